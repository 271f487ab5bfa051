"""Runs one peer over a file of records: `python duplicate_peers.py PEER RECORDS PAIRS`, with the peers' own Python.

RECORDS has a JSON object a line (`duplicate_sets.Record`). The pairs that the peer scored go to PAIRS (NumPy's npz:
the places `a` and `b`, and `value`), so that the best threshold can be found afterwards; seconds and peak memory go
to standard output. What is timed is all that a peer does with records in memory, after its imports.

The settings are what the peers' own guides recommend for short records, tried on the public sets until none was
better by more than a point; each function tells its own. Modules are imported by name, since they are no
dependencies of the program and not there where its types are checked.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Record = Mapping[str, Any]
Found = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]
"""The places of the first, of the second, and how alike they are."""

WORDS: Final = {"token_pattern": r"\w+"}
"""What a word is to scikit-learn; its own pattern leaves out words of one letter."""
_WORD: Final = re.compile(r"\w+")
LONG: Final = 60
"""Words of a record on average from which on whole texts are not compared letter by letter."""


def whole(record: Record) -> str:
    """All of a record in one line."""
    return f"{name(record)} {text(record)}"


def name(record: Record) -> str:
    """A record without its text."""
    return " ".join(filter(None, (record["title"], record["organisation"], record["started"])))


def text(record: Record) -> str:
    """The answers of a record, one after the other."""
    return "\n\n".join(record["answers"].values())


def is_long(records: Sequence[Record]) -> bool:
    """Whether the records have texts, and not only names and addresses."""
    return sum(len(text(record).split()) for record in records) > LONG * len(records)


def lines(records: Sequence[Record]) -> list[str]:
    """What is compared letter by letter: title, organisation and start, without punctuation, in lower case.

    Where the records have texts, the title alone: that did better.
    """
    long = is_long(records)
    return [
        " ".join(_WORD.findall((record["title"] if long else name(record)).lower())) for record in records
    ]


def all_pairs(scorer: str, records: Sequence[Record]) -> Found:
    """Rapidfuzz's `cdist` of every two lines, on all processors; across the sources where there are two."""
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    first, second = sides(records)
    texts = lines(records)
    values = process.cdist(
        [texts[place] for place in first],
        [texts[place] for place in second],
        scorer=getattr(fuzz, scorer),
        score_cutoff=60,
        dtype=np.uint8,
        workers=-1,
    )
    rows, columns = np.nonzero(values)
    return distinct(first[rows], second[columns], values[rows, columns])


def wratio(records: Sequence[Record]) -> Found:
    """Rapidfuzz WRatio."""
    return all_pairs("WRatio", records)


def token_sort(records: Sequence[Record]) -> Found:
    """Rapidfuzz token_sort_ratio."""
    return all_pairs("token_sort_ratio", records)


def tfidf_characters(records: Sequence[Record]) -> Found:
    """TF-IDF of trigrams within words, of the lines; the 20 nearest of each."""
    return nearest(lines(records), analyzer="char_wb", ngram_range=(3, 3), sublinear_tf=True)


def tfidf_words(records: Sequence[Record]) -> Found:
    """TF-IDF of words, of twice the title and all else; the 20 nearest of each.

    In rounds of 5,000 and more, words that more than 200 have are left out: they would take an hour.
    """
    often = 200 if len(records) >= 5_000 else 1.0
    texts = [f"{record['title']} {whole(record)}" for record in records]
    return nearest(texts, max_df=often, **WORDS)


def nearest(texts: Sequence[str], **settings: Any) -> Found:
    """The nearest of each text by TF-IDF (scikit-learn) and `sparse_dot_topn`, on two processors."""
    learn, dot = import_module("sklearn.feature_extraction.text"), import_module("sparse_dot_topn")
    vectors = learn.TfidfVectorizer(dtype=np.float32, **settings).fit_transform(texts)
    near = dot.sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=20, threshold=0.1, n_threads=2).tocoo()
    return distinct(near.row, near.col, near.data)


def splink(records: Sequence[Record]) -> Found:
    """Splink with DuckDB, unsupervised: title and organisation by Jaro–Winkler (0.92, 0.8), the start as it stands.

    Blocked by the beginnings of title and organisation and by the last word of the title. Other thresholds,
    Levenshtein, Jaccard and the text as a third field did worse on the public sets.
    """
    splink, library = import_module("splink"), import_module("splink.comparison_library")
    frame = fields(records)
    used = [field for field in ("title", "organisation") if frame[field].notna().any()]
    comparisons = [library.JaroWinklerAtThresholds(field, [0.92, 0.8]) for field in used]
    if frame["started"].nunique() > 1:
        comparisons.append(library.ExactMatch("started"))
    beginnings = [splink.block_on(f"substr({field}, 1, 5)") for field in used]
    two = frame["source_dataset"].nunique() > 1
    settings = splink.SettingsCreator(
        link_type="link_only" if two else "dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[*beginnings, splink.block_on("last_word")],
    )
    linker = splink.Linker(_registered(frame, two=two), settings, log_level=50)
    linker.training.estimate_probability_two_random_records_match([splink.block_on("title")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for block in beginnings:
        linker.training.estimate_parameters_using_expectation_maximisation(
            block, record_sample_proportion=1.0
        )
    pairs = linker.inference.predict().as_pandas_dataframe()
    return distinct(pairs["unique_id_l"], pairs["unique_id_r"], pairs["match_weight"])


def _registered(frame: Any, *, two: bool) -> list[Any]:
    """The records as splink's own tables, one for each source where there are two."""
    api = import_module("splink.backends.duckdb").DuckDBAPI()
    parts = [part for _source, part in frame.groupby("source_dataset")] if two else [frame]
    return [api.register(part) for part in parts]


def recordlinkage(records: Sequence[Record]) -> Found:
    """recordlinkage: neighbours of sorted titles and of sorted organisations, the mean of Jaro–Winkler and q-grams."""
    linkage = import_module("recordlinkage")
    frame = fields(records).fillna("")
    index = linkage.Index()
    index.sortedneighbourhood("title", window=9)
    compare = linkage.Compare()
    compare.string("title", "title", method="jarowinkler")
    compare.string("title", "title", method="qgram")
    if frame["organisation"].any():
        index.sortedneighbourhood("organisation", window=9)
        compare.string("organisation", "organisation", method="qgram")
    if frame["started"].nunique() > 2 and not is_long(records):
        compare.exact("started", "started")
    pairs = index.index(frame)
    found = compare.compute(pairs, frame).mean(axis=1)
    return distinct(found.index.get_level_values(0), found.index.get_level_values(1), found.to_numpy())


def datasketch(records: Sequence[Record]) -> Found:
    """datasketch: MinHash LSH (128 permutations, from 0.3 on) of the trigrams of each line, by estimated Jaccard."""
    sketch = import_module("datasketch")
    near = sketch.MinHashLSH(threshold=0.3, num_perm=128)
    hashes = []
    for place, line in enumerate(lines(records)):
        grams = {line[n : n + 3].encode() for n in range(max(1, len(line) - 2))}
        hashes.append(next(sketch.MinHash.generator([grams], num_perm=128)))
        near.insert(place, hashes[-1])
    pairs = [(a, b) for a, one in enumerate(hashes) for b in near.query(one) if a < b]
    values = [hashes[a].jaccard(hashes[b]) for a, b in pairs]
    return distinct([a for a, _b in pairs], [b for _a, b in pairs], values)


def dedupe(records: Sequence[Record]) -> Found:
    """dedupe: trained on 30 true pairs and 100 others, which no other peer is shown."""
    library, variables = import_module("dedupe"), import_module("dedupe.variables")
    frame = fields(records)
    used = [name for name in ("title", "organisation", "text") if frame[name].notna().any()]
    data = {row["unique_id"]: {name: row[name] or None for name in used} for row in frame.to_dict("records")}
    deduper = library.Dedupe([variables.String(name, has_missing=True) for name in used], num_cores=1)
    deduper.prepare_training(data, sample_size=1500)
    deduper.mark_pairs(examples(records, data))
    deduper.train(index_predicates=False)
    scored = deduper.score(deduper.pairs(data))
    return distinct(scored["pairs"][:, 0], scored["pairs"][:, 1], scored["score"])


def examples(records: Sequence[Record], data: Mapping[int, Record]) -> dict[str, list[tuple[Record, Record]]]:
    """30 true pairs, as the file of records tells them, and 100 that are far apart in the file."""
    place = {record["id"]: number for number, record in enumerate(records)}
    true = [(place[record["id"]], place[record["same"]]) for record in records if record["same"]][:30]
    far = [(number, (number + len(records) // 2) % len(records)) for number in range(100)]
    return {
        "match": [(data[a], data[b]) for a, b in true],
        "distinct": [(data[a], data[b]) for a, b in far if (a, b) not in true and (b, a) not in true],
    }


def sides(records: Sequence[Record]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The places of the records that are compared with those of the second; all with all where there is one source."""
    sources = np.array([record["source"] for record in records])
    every = np.arange(len(records), dtype=np.int32)
    names = np.unique(sources)
    return (every, every) if len(names) < 2 else (every[sources == names[0]], every[sources != names[0]])


def fields(records: Sequence[Record]) -> Any:
    """The records as a pandas frame: lower case, empty ones missing, long texts left out."""
    long = is_long(records)
    rows = [
        {
            "unique_id": place,
            "source_dataset": record["source"],
            "title": record["title"].lower() or None,
            "organisation": record["organisation"].lower() or None,
            "started": record["started"] or None,
            "text": None if long else text(record).lower() or None,
            "last_word": (record["title"].lower().split() or [None])[-1],
        }
        for place, record in enumerate(records)
    ]
    return import_module("pandas").DataFrame(rows)


def distinct(first: Any, second: Any, values: Any) -> Found:
    """Each pair once, the earlier place first."""
    a, b, value = np.asarray(first), np.asarray(second), np.asarray(values)
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    keys, at = np.unique(low << 32 | high, return_index=True)
    kept = (keys >> 32) != (keys & 0xFFFFFFFF)
    keys, at = keys[kept], at[kept]
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), value[at].astype(np.float32)


PEERS: Final[Mapping[str, tuple[Callable[[Sequence[Record]], Found], Sequence[str]]]] = {
    "rapidfuzz WRatio": (wratio, ("rapidfuzz.fuzz", "rapidfuzz.process")),
    "rapidfuzz token_sort": (token_sort, ("rapidfuzz.fuzz", "rapidfuzz.process")),
    "TF-IDF characters": (tfidf_characters, ("sklearn.feature_extraction.text", "sparse_dot_topn")),
    "TF-IDF words": (tfidf_words, ("sklearn.feature_extraction.text", "sparse_dot_topn")),
    "splink": (splink, ("splink", "splink.comparison_library", "splink.backends.duckdb", "pandas")),
    "recordlinkage": (recordlinkage, ("recordlinkage", "pandas")),
    "datasketch": (datasketch, ("datasketch",)),
    "dedupe": (dedupe, ("dedupe", "dedupe.variables", "pandas")),
}
"""Each peer by name, with the modules it is made of."""


def main() -> None:
    """Run the peer; exit code 3 where it is not installed."""
    peer, needs = PEERS[sys.argv[1]]
    try:
        for name in needs:
            import_module(name)
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
    with Path(sys.argv[2]).open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    began = time.perf_counter()
    a, b, value = peer(records)
    seconds = time.perf_counter() - began
    np.savez(sys.argv[3], a=a, b=b, value=value)
    print(json.dumps({"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()

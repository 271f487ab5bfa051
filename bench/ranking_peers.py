"""Runs one peer: `python ranking_peers.py PEER SIZE FOLDER RUNS OUT`, with the peers' own Python.

What is timed begins with what the peer wants, ready in memory (`ranking_given.py`), after all imports. Modules are
imported by name, since they are no dependencies of the program and not there where its types are checked.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from ranking_clock import Answers, Work, measure

Given = Mapping[str, NDArray[Any]]
MOVED: Final = (20, 25, 20, 15, 20)
"""The weights of the what-if."""
BOOTSTRAPS: Final = 1_000
"""How many the time of some is told for."""
SOME: Final = 5
"""How many are made."""
TOLERANCE: Final = 1e-10
"""Of the least squares; their own is 1e-6."""


def pandas_means(given: Given) -> Work:
    """Pandas: the weighted mean of each review, then of each nomination."""
    return _means(given, given["weight"])


def pandas_moved(given: Given) -> Work:
    """The same with other weights, and the ranks of the means."""
    return _means(given, np.array(MOVED), rank=True)


def pandas_again(given: Given) -> Work:
    """The same with the weights that were, and the ranks."""
    return _means(given, given["weight"], rank=True)


def pandas_without(given: Given) -> Work:
    """The same without the first juror."""
    return _means(given, given["weight"], rank=True, without=0)


def _means(given: Given, weight: NDArray[Any], *, rank: bool = False, without: int | None = None) -> Work:
    """A review that lacks a criterion is filled by centring: its deviations from the means of the criteria it has."""
    pandas = import_module("pandas")
    columns = ("nomination", "juror", "criterion", "score")
    table = pandas.DataFrame({column: given[column] for column in columns})

    def work() -> Any:
        rows = table if without is None else table[table.juror != without]
        middle = rows.groupby("criterion").score.mean().to_numpy()
        weights = weight[rows.criterion.to_numpy()]
        apart = (rows.score.to_numpy() - middle[rows.criterion.to_numpy()]) * weights
        parts = rows[["nomination", "juror"]].assign(weight=weights, apart=apart)
        review = parts.groupby(["nomination", "juror"], sort=False).sum()
        scores = review.apart / review.weight + (middle * weight).sum() / weight.sum()
        found = scores.groupby(level="nomination").mean()
        return (found, found.rank(ascending=False)) if rank else (found, None)

    def answers(found: Any) -> Answers:
        return {"mean": found[0].reindex(range(int(given["shape"][0]))).to_numpy()}

    return Work(work, answers)


def lsqr(given: Given) -> Work:
    """Scipy: the least squares of the same model with λ given, to be solved by `scipy.sparse.linalg.lsqr`.

    A row for each review, and one with √λ for each juror: ours has to find λ too.
    """
    sparse, linalg = import_module("scipy.sparse"), import_module("scipy.sparse.linalg")
    reviews, (nominations, jurors) = len(given["review"]), given["shape"].tolist()

    def work() -> Any:
        rows = np.concatenate((np.arange(reviews), np.arange(reviews), reviews + np.arange(jurors)))
        columns = np.concatenate(
            (given["reviewed"], nominations + given["reviewer"], nominations + np.arange(jurors))
        )
        values = np.ones(len(rows))
        values[2 * reviews :] = np.sqrt(given["ratio"])
        table = sparse.csr_matrix((values, (rows, columns)), shape=(reviews + jurors, nominations + jurors))
        right = np.concatenate((given["review"], np.zeros(jurors)))
        return linalg.lsqr(table, right, atol=TOLERANCE, btol=TOLERANCE, iter_lim=10_000)[0]

    return Work(work, lambda found: {"theta": found[:nominations], "beta": found[nominations:]})


def mixed(given: Given) -> Work:
    """Statsmodels: the same model by restricted likelihood (`MixedLM`), jurors as random effects."""
    model = import_module("statsmodels.regression.mixed_linear_model").MixedLM
    table = np.zeros((len(given["review"]), int(given["shape"][0])))
    table[np.arange(len(table)), given["reviewed"]] = 1

    def answers(found: Any) -> Answers:
        return {"sigma2": found.scale, "tau2": found.cov_re[0, 0], "theta": found.fe_params}

    return Work(lambda: model(given["review"], table, groups=given["reviewer"]).fit(), answers)


def krippendorff(given: Given) -> Work:
    """Krippendorff's alpha of the first criterion, from the table of jurors by nominations."""
    library = import_module("krippendorff")
    nominations, jurors = given["shape"].tolist()
    table = np.full((jurors, nominations), np.nan)
    first = given["criterion"] == 0
    table[given["juror"][first], given["nomination"][first]] = given["score"][first]

    def work() -> Any:
        return library.alpha(reliability_data=table, level_of_measurement="ordinal")

    return Work(work, lambda alpha: {"alpha": alpha})


def bootstrap(given: Given) -> Work:
    """Pandas: jurors drawn with replacement, the means of their reviews, and the ranks. A few, told for a thousand."""
    pandas = import_module("pandas")
    table = pandas.DataFrame(
        {"nomination": given["reviewed"], "juror": given["reviewer"], "score": given["review"]}
    )
    rows = table.groupby("juror").indices
    draw = np.random.default_rng(1)
    jurors = sorted(rows)

    def work() -> Any:
        for _one in range(SOME):
            picked = table.take(np.concatenate([rows[juror] for juror in draw.choice(jurors, len(jurors))]))
            ranks = picked.groupby("nomination").score.mean().rank(ascending=False)
        return ranks

    return Work(work, lambda ranks: {"number": len(ranks)}, times=BOOTSTRAPS / SOME)


def pref_voting(given: Given) -> Work:
    """`pref_voting`: Schulze's winners (`beat_path`) from a graph of votes."""
    graphs = import_module("pref_voting.weighted_majority_graphs")
    methods = import_module("pref_voting.margin_based_methods")
    votes = given["votes"].tolist()
    places = range(len(votes))
    edges = [(a, b, (votes[a][b], votes[b][a])) for a in places for b in places if a < b]
    graph = graphs.SupportGraph([*places], edges)

    def answers(winners: Any) -> Answers:
        beaten = methods.beat_path_defeat(graph, strength_function=graph.support)
        beats = np.zeros((len(places), len(places)), dtype=np.bool_)
        for a, b in beaten.edges:
            beats[a, b] = True
        return {"beats": beats, "first": np.isin(places, winners)}

    return Work(lambda: methods.beat_path(graph, strength_function=graph.support), answers)


PEERS: Final[Mapping[str, Callable[[Given], Work]]] = {
    work.__name__: work
    for work in (
        *(pandas_means, pandas_moved, pandas_again, pandas_without),
        *(lsqr, mixed, krippendorff, bootstrap, pref_voting),
    )
}
"""By name."""


def main() -> None:
    """Do what is named."""
    name, _size, folder, runs, out = sys.argv[1:]
    with np.load(Path(folder, "table.npz")) as file:
        given = {key: file[key] for key in file.files}
    measure(PEERS[name](given), int(runs), Path(out))


if __name__ == "__main__":
    main()

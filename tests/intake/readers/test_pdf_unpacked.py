"""A PDF that becomes huge when it is unpacked is known before it is."""

import io
import zlib

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf_making import by_hand, drawn, packed, said, stream
from nominate_tui.intake.readers.pdf_unpacked import unpacks_beyond

MILLION = 1_000_000


def test_packed_parts_count_with_what_they_become() -> None:
    data = by_hand(said(b"Text"), objects={6: packed(b" " * MILLION)})
    assert not unpacks_beyond(data, MILLION)
    assert unpacks_beyond(data, MILLION - 1)


def test_all_parts_count_together() -> None:
    data = by_hand(said(b"Text"), objects={number: packed(b" " * MILLION) for number in range(6, 9)})
    assert not unpacks_beyond(data, 3 * MILLION)
    assert unpacks_beyond(data, 3 * MILLION - 1)


@pytest.mark.parametrize("times", [2, 3])
def test_a_part_that_is_packed_again_counts_with_what_it_becomes_at_last(times: int) -> None:
    data = by_hand(said(b"Text"), objects={6: packed(b" " * MILLION, times)})
    assert not unpacks_beyond(data, MILLION)
    assert unpacks_beyond(data, MILLION - 1)


def test_a_part_that_does_not_say_how_it_is_packed_counts_too() -> None:
    hidden = stream(zlib.compress(b" " * MILLION), b"/Filter/#46lateDecode")
    assert unpacks_beyond(by_hand(b"", objects={6: hidden}), MILLION - 1)


def test_plain_parts_and_broken_ones_are_no_harm() -> None:
    torn = stream(zlib.compress(b"abc" * 1000)[:20] + b"garbage", b"/Filter/FlateDecode")
    assert not unpacks_beyond(by_hand(said(b"Text"), objects={6: torn}), MILLION)
    assert not unpacks_beyond(b"stream\nstream\r\nendstream\n", 0)
    assert not unpacks_beyond(b"", 0)


def test_pictures_are_not_counted() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (1200, 1200), "white").save(picture, "PNG")

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0)

    assert not unpacks_beyond(drawn(draw), MILLION)

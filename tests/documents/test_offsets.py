from hypothesis import given
from hypothesis import strategies as st

from regiontargets.documents import Utf16Offsets

texts = st.text(alphabet=st.sampled_from("aé元𠮷🙂\u200d"), max_size=30)


@given(texts)
def test_both_ways_agree_with_an_encoder(text: str) -> None:
    offsets = Utf16Offsets(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_utf16(point) == unit
        assert offsets.to_code_points(unit) == point


def test_an_offset_inside_a_surrogate_pair_moves_to_its_start() -> None:
    assert [Utf16Offsets("a🙂b").to_code_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]

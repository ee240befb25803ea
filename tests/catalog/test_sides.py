"""Sides in names."""

import pytest

from lib.catalog.sides import says_one_arm, says_one_sided, side_in_name, without_side
from lib.model.vocabulary import Side


@pytest.mark.parametrize(
    ("name", "side", "rest"),
    [
        ("Split Squat Left", Side.LEFT, "Split Squat"),
        ("Split Squat - right", Side.RIGHT, "Split Squat"),
        ("Row - Right Arm", Side.RIGHT, "Row"),
        ("Calf Raise left leg", Side.LEFT, "Calf Raise"),
        ("Curl (L)", Side.LEFT, "Curl"),
        ("Curl - R", Side.RIGHT, "Curl"),
        ("Split Squat (left) on a box", Side.LEFT, "Split Squat on a box"),
        ("Row [R] heavy", Side.RIGHT, "Row heavy"),
        ("Side Plank - li", Side.LEFT, "Side Plank"),
        ("Seitstütz (re)", Side.RIGHT, "Seitstütz"),
        ("Ausfallschritt rechts", Side.RIGHT, "Ausfallschritt"),
        ("Zancada izquierda", Side.LEFT, "Zancada"),
        ("Fente gauche", Side.LEFT, "Fente"),
        ("Affondo sinistro", Side.LEFT, "Affondo"),
        ("Curl (rope)", Side.BOTH, "Curl (rope)"),
        ("Heben re", Side.BOTH, "Heben re"),
        ("Left Leg Curl", Side.LEFT, "Leg Curl"),
        ("Right: Clamshell", Side.RIGHT, "Clamshell"),
        ("Right Angle Stretch", Side.BOTH, "Right Angle Stretch"),
        ("Hanging Leg Raise L", Side.BOTH, "Hanging Leg Raise L"),
        ("Y-T-W-L", Side.BOTH, "Y-T-W-L"),
        ("Upright", Side.BOTH, "Upright"),
        ("Left", Side.BOTH, "Left"),
    ],
)
def test_a_side_is_read_from_the_end_or_the_beginning_of_a_name(name, side, rest):
    assert (side_in_name(name), without_side(name)) == (side, rest)


@pytest.mark.parametrize("name", ["Single Arm Row", "single-leg press", "One Legged Bridge", "1 arm swing", "SL RDL"])
def test_single_arm_and_single_leg_make_a_name_one_sided(name):
    assert says_one_sided(name)


@pytest.mark.parametrize("name", ["Leg Press", "Single Dumbbell Squat", "Double Leg Bridge", ""])
def test_other_names_are_not_one_sided(name):
    assert not says_one_sided(name)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Curl de bíceps a una mano (Mancuerna)", "es"),
        ("Rosca direta com uma mão (Halter)", "pt"),
        ("Curl con manubrio a un braccio", "it"),
        ("Curl haltère à un bras", "fr"),
        ("Curl haltère à une main", "fr"),
        ("Einarmiges Kurzhantel Curl", "de"),
        ("Tek Kol Dambıl Curl", "tr"),
        ("Uginanie ramienia jednorącz z hantlem", "pl"),
        ("Enarms hantelcurl", "sv"),
        ("Eenarmige dumbbell curl", "nl"),
        ("Enarms curl med håndvægt", "da"),
        ("Enarms curl med manual", "no"),
        ("Hauiskääntö yhdellä kädellä", "fi"),
        ("Bicepsový zdvih jednou rukou", "cs"),
        ("Egykezes bicepsz", "hu"),
        ("Сгибание одной рукой с гантелью", "ru"),
        ("ワンハンド ダンベル カール", "ja"),
        ("원암 덤벨 컬", "ko"),
        ("单臂哑铃弯举", "zh"),
    ],
)
def test_one_arm_is_said_in_any_language(name, language):
    assert says_one_arm(name, language)


@pytest.mark.parametrize(
    ("name", "language"), [("Curl de bíceps", "es"), ("Prensa a una pierna", "es"), ("Kurzhantel Curl", "de")]
)
def test_other_names_of_other_languages_say_nothing_of_one_arm(name, language):
    assert not says_one_arm(name, language)


@pytest.mark.parametrize(
    ("name", "one_arm"),
    [
        ("Single-Arm Row", True),
        ("One Arm Farmer's Carry", True),
        ("Single Leg Farmer's Carry", False),
        ("Single Leg Charm Squat", False),
        ("Arm Circles", False),
    ],
)
def test_the_arm_of_a_one_armed_exercise_is_a_word_of_its_name_and_no_part_of_one(name, one_arm):
    assert says_one_arm(name) is one_arm

"""Who a speaker is: full names, bodies under many names, descriptions, pronouns, and those who stay anonymous."""

import pytest

from twosource.extraction.statements import find_statements


def speakers(text: str, **options: object) -> list[tuple[str | None, str]]:
    return [(s.speaker.name, s.speaker.kind) for s in find_statements(text, **options)]  # type: ignore[arg-type]


def test_surname_title_and_possessive_are_one_person() -> None:
    text = (
        "Mayor Ada Moen said the dam would hold. Moen said it was old. “It leaks,” Ms. Moen added. "
        "Moen’s claim that the dam leaks was new."
    )
    assert {name for name, _ in speakers(text)} == {"Ada Moen"}


def test_a_surname_before_the_full_name_finds_it() -> None:
    assert speakers("Moen said the dam would hold.\n\nAda Moen said it leaks.") == [("Ada Moen", "person")] * 2


def test_names_of_one_ministry_are_one_body() -> None:
    text = (
        "The UK’s ministry of defence wrote on X that the ships had sailed. It said: “They sailed at night.” "
        "But the MoD noted that two had stayed. The British Ministry of Defence said nobody was hurt."
    )
    names = {name for name, _ in speakers(text)}
    assert len(names) == 1 and names <= {"UK’s ministry of defence", "British Ministry of Defence"}


def test_an_acronym_finds_its_full_name() -> None:
    text = "The Valley Office for Dam Safety (VODS) said the dam would hold. VODS said it was old."
    assert {name for name, _ in speakers(text)} == {"Valley Office for Dam Safety"}


def test_the_think_tank_is_the_one_named_as_such() -> None:
    text = "The Vell Institute, a think tank in Riga, said the dam was old. The think tank said it would break."
    assert speakers(text) == [("Vell Institute", "organisation")] * 2


def test_the_think_tank_is_known_from_the_list() -> None:
    text = "The Institute for the Study of War said the front moved. The think tank said it moved fast."
    assert speakers(text)[1] == ("Institute for the Study of War", "organisation")


def test_an_apposition_names_the_description() -> None:
    text = "According to the think tank, the Royal United Services Institute (RUSI), the front moved."
    assert speakers(text) == [("Royal United Services Institute", "organisation")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It was loud,” said Jan van der Weil. “It rained,” van der Weil said.", "Jan van der Weil"),
        ("Envoy Uma von der Kerr said talks go on. “No,” Kerr said.", "Uma von der Kerr"),
        ("The Dockers' Union walked out. “Nobody asked us,” the union said.", "Dockers' Union"),
        ("St Ada's Hospital opened in 1911. The hospital said the wing was unsafe.", "St Ada's Hospital"),
        ("Northline, the state news agency, broke it. The agency said the talks had failed.", "Northline"),
        (
            "The Coast Fishing Commission meets in Vell. The Commission said the nets were old.",
            "Coast Fishing Commission",
        ),
        ("Kestrel Foods fell 7%. The company said orders were thin.", "Kestrel Foods"),
        ("Gov. Ada Moen vetoed it. “I can read,” the governor said.", "Ada Moen"),
        ("Kestrel Foods bought Orvane Steel. The company said the price was fair.", "The company"),
    ],
)
def test_whole_names_and_what_they_are_called_again(text: str, name: str) -> None:
    assert speakers(text)[-1][0] == name


def test_a_phrase_behind_a_name_is_no_apposition() -> None:
    text = "She thanked Orvo Tamm, with a word for the old police. Tamm said it was late."
    assert speakers(text) == [("Orvo Tamm", "person")]


def test_this_newspaper_is_told_and_says_nothing() -> None:
    text = "A baker told this newspaper that the scales were off."
    (found,) = find_statements(text)
    assert found.content[0].of(text) == "that the scales were off"


def test_what_nobody_tells_is_no_statement() -> None:
    assert speakers("Moen said nothing. Berg said little more.") == []


def test_a_description_that_fits_two_is_left_as_written() -> None:
    text = (
        "The Ministry of Health met the Ministry of Labour. Both ministries have seen the report. "
        "The ministry said the talks went well."
    )
    assert speakers(text)[-1] == ("The ministry", "organisation")


def test_a_spokesman_speaks_for_his_body() -> None:
    text = "A spokesman for the Harbour Office said the ships sailed. “They sailed,” a Harbour Office spokeswoman said."
    assert {name for name, _ in speakers(text)} == {"Harbour Office"}


def test_pronouns_find_the_last_who_fits() -> None:
    text = "Ada Moen said the dam would hold. She said it was old. “It leaks,” she added."
    assert speakers(text) == [("Ada Moen", "person")] * 3
    assert speakers("The Harbour Office said the ships sailed. It said nobody was hurt.")[1] == (
        "Harbour Office",
        "organisation",
    )


def test_gender_known_from_the_text_decides() -> None:
    text = "Mr. Tom Roe met Mrs. Ada Moen at the dam. She said it was old."
    assert speakers(text) == [("Ada Moen", "person")]


def test_a_first_name_tells_who_is_he_and_who_is_she() -> None:
    text = "The works chief Greta Holm wants 900 jobs gone. Union head Jonas Roe calls it war. She said it was not."
    assert speakers(text)[-1] == ("Greta Holm", "person")


def test_a_pronoun_with_two_that_fit_stays_unknown() -> None:
    text = "Roe Vell and Lin Moen met Kim Erling and Jo Hale at the dam, and nobody knew why. He said it was old."
    assert speakers(text)[-1] == (None, "unknown")


def test_names_inside_quotation_marks_are_no_antecedents() -> None:
    text = "Ada Moen left. “Tom Roe built the dam,” she said. She said it was old."
    assert {name for name, _ in speakers(text)} == {"Ada Moen"}


def test_a_relative_clause_finds_its_noun() -> None:
    text = "The plan was drawn up by Ada Moen, who said the dam was old."
    assert speakers(text) == [("Ada Moen", "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ukrainian officials said the dam would hold.", "Ukrainian officials"),
        ("“It leaks,” a person familiar with the matter said.", "a person familiar with the matter"),
        ("Some residents said the dam leaks.", "Some residents"),
        ("Experts say the dam leaks.", "Experts"),
    ],
)
def test_anonymous_speakers_stay_so(text: str, name: str) -> None:
    assert speakers(text) == [(name, "anonymous")]


def test_documents_speak_for_themselves_or_their_authors() -> None:
    assert speakers("The report says the dam was old.") == [("The report", "document")]
    text = "The Vell Institute met. The Vell Institute’s report says the dam was old."
    assert speakers(text) == [("Vell Institute", "document")]


def test_users_add_aliases() -> None:
    text = "“It leaks,” the Dam Queen said. Moen said it was old."
    found = speakers(text, aliases={"Dam Queen": "Ada Moen"})
    assert {name for name, _ in found} == {"Ada Moen"}


def test_an_alias_of_the_user_names_a_speaker_who_is_only_described():
    text = "Two people were hurt, the mayor said."
    (found,) = find_statements(text, aliases={"the mayor": "Jo Bell"})
    assert found.speaker.name == "Jo Bell"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Det Insp Ada Moen of Vell Police said: “It leaks.”", "Ada Moen", "person"),
        ("Dr Ada Moen of Vell University said it leaks.", "Ada Moen", "person"),
        ("Geologist Ada Moen at Vell University said it leaks.", "Ada Moen", "person"),
        ("Union Home Minister Ada Moen said it leaks.", "Ada Moen", "person"),
        ("Fire Chief Ada Moen said it leaks.", "Ada Moen", "person"),
        ("Secretary of State Ada Moen said it leaks.", "Ada Moen", "person"),
        ("Vell State Governor, Ada Moen, said it leaks.", "Ada Moen", "person"),
        ("The governor of Vell, Ada Moen, said it leaks.", "Ada Moen", "person"),
        ("The governor of Vell said it leaks.", "The governor of Vell", "person"),
        ("The head of the region Ada Moen said it leaks.", "Ada Moen", "person"),
        ("The Bank of England said it leaks.", "Bank of England", "organisation"),
        ("The Office of the Prime Minister said it leaks.", "Office of the Prime Minister", "organisation"),
        ("The British Soft Drinks Guild said it leaks.", "British Soft Drinks Guild", "organisation"),
        ("BrightCo said it leaks.", "BrightCo", "organisation"),
        ("Analysts at Corvin Bank said it leaks.", "Analysts at Corvin Bank", "anonymous"),
        ("The Italian said it leaks.", "The Italian", "person"),
        ("Ada Moen (R-Vell) said it leaks.", "Ada Moen", "person"),
        ("The judge, sentencing Ada Moen to a year, said it leaks.", "The judge", "person"),
        ("According to the treasury, the toll of the bridge amounts to ten crowns.", "the treasury", "organisation"),
        ("A study published on Monday in the Vell Journal says it leaks.", "A study published on Monday in the Vell Journal", "document"),
    ],
)  # fmt: skip
def test_the_head_of_the_phrase_speaks(text: str, name: str, kind: str) -> None:
    assert speakers(text) == [(name, kind)]


def test_a_place_is_no_person() -> None:
    text = "Sgt Ada Moen stood in Harlow Park. She said it leaks."
    assert speakers(text) == [("Ada Moen", "person")]


def test_a_role_named_later_is_known_before() -> None:
    text = "Two died at the mine in northern Velland, the regional governor said.\n\nAda Moen, the governor, said it leaks."
    assert speakers(text) == [("Ada Moen", "person")] * 2


def test_the_company_is_the_one_that_spoke() -> None:
    text = "BrightCo said it would close. “It is hard,” a company spokesperson said. The company said it was sorry."
    assert {name for name, _ in speakers(text)} == {"BrightCo"}


def test_his_spokesman_speaks_for_him() -> None:
    text = "Mr. Tom Roe said it leaks. His spokesman said it was old. According to him, nobody was hurt."
    assert {name for name, _ in speakers(text)} == {"Tom Roe"}


def test_who_is_introduced_before_a_quotation_speaks_it() -> None:
    text = "Ada Moen said the ships may sail. She said so twice.\n\nA miller, Jo Roe, sat down. “It leaks,” she said."
    assert speakers(text)[-1] == ("Jo Roe", "person")


def test_a_plural_that_opens_a_sentence_is_nobody() -> None:
    text = "Ada Moen runs the harbour. Ships may sail on Friday. “It leaks,” she said."
    assert speakers(text) == [("Ada Moen", "person")]


def test_a_spokesman_with_a_name_is_named() -> None:
    assert speakers("BrightCo closed. The company’s spokesman, Jo Roe, said it leaks.") == [("Jo Roe", "person")]


def test_a_body_may_drop_what_it_is_of() -> None:
    text = "The General Staff of the Vell Army said it leaks. The General Staff added that it was old."
    assert {name for name, _ in speakers(text)} == {"General Staff of the Vell Army"}


def test_somebody_called_by_a_nation_is_the_one_person_named() -> None:
    assert speakers("Ada Moen bought the yard in May. The South African said it leaks.") == [("Ada Moen", "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We lost it all,” its spokesman, Corin Vale, said by telephone.", "Corin Vale"),
        ("“We lost it all,” said the mayor of Vell, Ada Moen.", "Ada Moen"),
        ("Sales fell, said the company's chief executive, Ada Moen.", "Ada Moen"),
        ("The director of St Anne's Hospital, Ada Moen, told the Echo four patients died.", "Ada Moen"),
        ("The dam is safe, its chief engineer, Ada Moen, told the Echo.", "Ada Moen"),
        ("Doctors Without Borders, which runs a clinic, said many had died.", "Doctors Without Borders"),
        ("Mothers Against Noise said the yard was loud.", "Mothers Against Noise"),
        ("The warehouse contained cotton, Brandt said.", "Brandt"),
        ("At the time of the fire it contained 40 drums of tar, harbour master Ilse Brandt said.", "Ilse Brandt"),
        ("Ilse Brandt, shown his letter, stood by hers: 40 drums, she said, is what he had filed.", "Ilse Brandt"),
    ],
)
def test_who_is_named_beside_a_role(text: str, name: str) -> None:
    ((found, _),) = speakers(text)
    assert found == name


def test_a_number_that_opens_a_sentence_is_nobody() -> None:
    assert speakers("Forty drums, she said, stood on the quay.") == [(None, "unknown")]

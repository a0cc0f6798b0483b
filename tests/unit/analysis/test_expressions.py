"""XLSForm expressions: true, false, or refused; never an exception while answering."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spf_assess.analysis.expressions import (
    FUNCTIONS,
    LONGEST,
    ExpressionFault,
    Reason,
    expression,
)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("${a} <= 2", {"a": 2}, True),
        ("${a} <= 2", {"a": 3}, False),
        ("${3e.1.practice} <= 2", {"3e.1.practice": 1}, True),
        ("${.law} - ${.practice} >= 2", {".law": 4, ".practice": 2}, True),
        ("${.law}-${.practice}>=2", {".law": 3, ".practice": 2}, False),
        ("${a} = 'none' or ${b} = 'yes'", {"a": "one", "b": "yes"}, True),
        ("${a} = 'none' and ${b} = 'yes'", {"a": "one", "b": "yes"}, False),
        ("not(${a} = 'none')", {"a": "one"}, True),
        ("selected(${a}, 'red')", {"a": "blue red"}, True),
        ("selected(${a}, 're')", {"a": "blue red"}, False),
        ("count-selected(${a}) >= 2", {"a": "blue red"}, True),
        ("selected-at(${a}, 0) = 'blue'", {"a": "blue red"}, True),
        ("selected-at(${a}, 9) = 'blue'", {"a": "blue red"}, False),
        ("${a} > 12.5", {"a": Decimal("12.51")}, True),
        ("${a} + ${b} = 100", {"a": Decimal("40.1"), "b": Decimal("59.9")}, True),
        ("${a} div 2 > 1", {"a": 3}, True),
        ("${a} mod 2 = 1", {"a": 3}, True),
        ("${a} * 2 = 6", {"a": 3}, True),
        ("-${a} < 0", {"a": 3}, True),
        ("string-length(${a}) > 3", {"a": "élan"}, True),
        ("starts-with(${a}, 'él') and contains(${a}, 'la')", {"a": "élan"}, True),
        ("sum((${a}, ${b})) = 3", {"a": 1, "b": 2}, True),
        ("'${a}' = 'x'", {"a": "x"}, False),
        ('${a} = "it\'s"', {"a": "it's"}, True),
        ("${a}", {"a": True}, True),
        ("${a}", {"a": False}, False),
        ("true() and not(false())", {}, True),
        ("${a} = 1 and\n  ${a} < 2", {"a": 1}, True),
    ],
)
def test_an_expression_holds_or_not(text, values, expected):
    assert expression(text).holds(values) is expected
    assert expression(text).trial(values) is expected


@pytest.mark.parametrize("sign", ["=", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("other", ["2", "'none'", "${b}", "${a} + 1", "${a}"])
def test_a_comparison_with_an_absent_answer_is_false(sign, other):
    written = expression(f"${{a}} {sign} {other}")
    assert written.trial({}) is False
    assert written.trial({"a": None, "b": None}) is False


def test_absence_itself_can_be_asked_about():
    assert expression("empty(${a})").holds({})
    assert not expression("exists(${a})").holds({})
    assert not expression("selected(${a}, 'red')").holds({})
    assert not expression("count-selected(${a}) >= 1").holds({})
    assert expression("count-selected(${a}) = 0").holds({})
    assert expression("not(selected(${a}, 'red'))").holds({})


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("${a} = 'x'", {"a": 2}),
        ("${a} > 1", {"a": "x"}),
        ("1 div ${a} > 0", {"a": 0}),
        ("${a} + 1 > 0", {"a": "x"}),
        ("number(${a}) > 0", {"a": "x"}),
        (". > 1", {}),
    ],
)
def test_what_cannot_be_evaluated_does_not_hold(text, values):
    assert expression(text).holds(values) is False


def test_what_cannot_be_evaluated_is_told_on_trial():
    with pytest.raises(ExpressionFault) as caught:
        expression("${a} = 'x'").trial({"a": 2})
    assert caught.value.reason is Reason.VALUES
    expression("${b} = 1 and ${a} = 'x'").trial({"a": 2})
    with pytest.raises(ExpressionFault):
        expression("${b} = 1 and ${a} = 'x'").try_every_part({"a": 2, "b": 2})


def test_the_current_answer_is_a_point():
    assert expression(". >= 0 and . <= 100").holds({}, Decimal("99.5"))
    assert not expression(". >= 0 and . <= 100").holds({}, Decimal("100.5"))


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        ("", Reason.EMPTY, ""),
        ("  ", Reason.EMPTY, ""),
        ("${a} <", Reason.SYNTAX, "<"),
        ("${a} = 'x", Reason.SYNTAX, "'x"),
        ("(${a} = 1", Reason.SYNTAX, "1"),
        ("${a} == 1", Reason.SYNTAX, "= 1"),
        ("${a} = 1 = 2", Reason.SYNTAX, "= 2"),
        ("${long.name.one} ! 2", Reason.SYNTAX, "! 2"),
        ("practice <= 2", Reason.BARE_NAME, "practice"),
        ("practice", Reason.BARE_NAME, "practice"),
        ("${a} = none", Reason.BARE_NAME, "none"),
        ("$a = 1", Reason.DOLLAR, "$a = 1"),
        ("${a = 1", Reason.DOLLAR, "${a = 1"),
        ("1 = 'x'", Reason.VALUES, "= 'x'"),
        ("1 div 0 = 1", Reason.VALUES, "div 0 = 1"),
        ("unknown(1)", Reason.FUNCTION, "unknown(1)"),
        ("selected(${a})", Reason.FUNCTION, "selected(${a})"),
        ("1 = 1 or " * 60 + "1 = 1", Reason.TOO_LONG, "1 = 1 or 1 = 1 or 1 = 1 or 1 ="),
    ],
)
def test_what_is_no_expression_is_refused_near_the_place(text, reason, near):
    with pytest.raises(ExpressionFault) as caught:
        expression(text)
    assert (caught.value.reason, caught.value.near) == (reason, near)


@pytest.mark.parametrize(
    "text",
    [
        "doc('{address}')",
        "doc-available('{address}')",
        "collection('{address}')",
        "unparsed-text('{address}')",
        "environment-variable('PATH') = '{address}'",
        "/a/b",
        "//*",
        "../x",
        "@a",
        "child::a",
        "for $x in (1, 2) return $x",
        "some $x in (1, 2) satisfies $x",
        "1 to 999999999",
        "fn:doc('{address}')",
        "xs:date('2024-01-01') > 1",
        "'x' castable as xs:date",
        "(: hidden :) 1 = 1",
        "replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a+)+b', '')",
        "matches('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a+)+b')",
        "if (1 = 1) then 1 else 2",
        "current-date() > 1",
    ],
)
def test_nothing_reaches_files_network_or_much_time(tmp_path, monkeypatch, text):
    def caught(*arguments, **more):
        raise AssertionError((arguments, more))

    secret = tmp_path / "secret.xml"
    secret.write_text("<a/>", encoding="utf-8")
    expression("1 = 1")
    monkeypatch.setattr(socket.socket, "connect", caught)
    monkeypatch.setattr(Path, "open", caught)
    monkeypatch.setattr("builtins.open", caught)
    for address in (secret.as_uri(), "http://localhost:1/"):
        with pytest.raises(ExpressionFault):
            expression(text.replace("{address}", address))


def test_every_function_listed_is_known_to_the_parser():
    arguments = {"true": "", "false": "", "selected": "'a', 'b'", "sum": "(1, 2)"}
    arguments |= dict.fromkeys(
        ["contains", "starts-with", "ends-with", "concat"], "'a', 'b'"
    )
    arguments |= {"selected-at": "'a', 0", "string-length": "'a'"}
    for name in FUNCTIONS:
        assert expression(f"empty({name}({arguments.get(name, '1')})) or 1 = 1").holds(
            {}
        )


def test_names_and_compared_words_are_found_for_the_checks():
    written = expression("${3g.1} != 'none' and selected(${b}, 'red') or ${3g.1} = 2")
    assert written.names == ("3g.1", "b")
    assert sorted(written.comparisons()) == [("3g.1", "none"), ("b", "red")]


def test_many_names_keep_apart():
    names = [f"n{number}" for number in range(30)]
    text = " and ".join(f"${{{name}}}={number}" for number, name in enumerate(names))
    assert len(text) < LONGEST
    values = {name: number for number, name in enumerate(names)}
    assert expression(text).holds(values)
    for name in names:
        assert not expression(text).holds({**values, name: 99})


def test_an_expression_is_parsed_once():
    assert expression("${a} = 77") is expression("${a} = 77")


def test_the_library_is_loaded_only_when_an_expression_is():
    program = (
        "import sys, spf_assess.analysis;"
        " assert 'elementpath' not in sys.modules;"
        " from spf_assess.analysis.expressions import expression;"
        " assert expression('${a} = 1').holds({'a': 1});"
        " assert 'elementpath' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


operands = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.decimals(-100, 100, places=2),
    st.text(max_size=5),
)
atoms = st.sampled_from(["${a}", "${b}", "${c}", "1", "2.5", "'x'", "''", "."])
comparisons = st.builds(
    "{} {} {}".format,
    atoms,
    st.sampled_from(["=", "!=", "<", ">=", "+", "-", "*", "div", "mod"]),
    atoms,
)
trees = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds("not({})".format, inner),
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
        st.builds("selected({}, 'x')".format, inner),
    ),
    max_leaves=6,
)


@settings(deadline=None)  # the first one loads the library
@given(trees, operands, operands, operands, operands)
def test_any_expression_holds_or_not_for_any_answers(text, a, b, c, current):
    try:
        written = expression(text)
    except ExpressionFault as fault:  # constants of different kinds, or too long
        assume(fault.reason not in (Reason.VALUES, Reason.TOO_LONG))
        raise
    assert written.holds({"a": a, "b": b, "c": c}, current) in (True, False)


@settings(deadline=None)
@given(st.text("${}ab.=<>()'\" 12+-*|/@:,ornotdiv\n", max_size=40))
def test_any_text_is_an_expression_or_refused(text):
    with suppress(ExpressionFault):
        assert expression(text).holds({}) in (True, False)


@pytest.mark.parametrize("system", ["xx_XX.UTF-8", "en_GB.UTF-8", "C", ""])
def test_a_system_language_that_is_not_installed_stops_nothing(system):
    script = (
        "from spf_assess.analysis.expressions import expression\n"
        "for text in ('contains(${a}, 1)', \"contains('ab', 'b')\") * 2:\n"
        "    try: print(expression(text + ' or 1 = 1').holds({}))\n"
        "    except Exception as error: print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "LC_ALL": system, "LANG": system},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split()[-1] == "True"

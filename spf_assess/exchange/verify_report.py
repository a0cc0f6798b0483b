"""Checks a published report of spf-assess; this one file is all that is needed.

    python -I verify_report.py report.pdf [my.spfr ...] [my.spfi ...] [--lang fr]

It wants Python 3.11 or later and the package ``cryptography``, asks no network and
writes nothing. Exit codes: 0 everything that was checked holds; 1 something does not;
2 the command was not understood; 3 the report could not be read.

It reads PDFs as the program writes them, in one piece, and no others: a report that
was saved anew by another program is refused, for nobody could say what was changed.
``docs/verify.md`` says what each line proves, ``docs/formats.md`` what is read.
"""

import base64
import hashlib
import json
import re
import sys
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, permutations
from pathlib import Path
from typing import Any

HOLDS, FAILS, TOLD = "holds", "fails", "told"
ALL_HOLDS, SOMETHING_FAILS, NOT_UNDERSTOOD, NOT_READ = 0, 1, 2, 3
MANIFEST, RULES, RESULTS = "manifest.json", "rules.json", "results.json"
SIGNED, ANSWERS = "signed.json", "answers.json"
BENCHES = ("government", "employers", "workers")
LANGUAGES = ("en", "fr")
LARGEST = 512 * 1024 * 1024
_UNPACKED = 256 * 1024 * 1024
_DEEPEST = 60
_MOST_BRANCHES = 200_000
_VERDICT = 2.5


def N_(message: str) -> str:  # noqa: N802 - its name everywhere
    """Return a message; the catalogue of the program finds it by this name."""
    return message


ENGLISH = {
    "no_pdf": N_(
        "This is not a PDF as the program writes it: it was saved anew by another"
        " program, or damaged ({detail}). Ask for the file as it was published."
    ),
    "no_proof": N_(
        "This PDF carries no manifest. It was not made from a consultation's own file,"
        " or another program has taken the attached files away. Nothing can be checked."
    ),
    "manifest_unreadable": N_(
        "The manifest is not in the form in which it was signed: it was changed."
    ),
    "manifest_newer": N_(
        "The manifest was made by a newer version of the program. Use a newer verifier."
    ),
    "manifest_signed": N_(
        "The manifest is signed with the key of the consultation and unchanged."
    ),
    "manifest_changed": N_(
        "The signature of the manifest does not hold: the manifest was changed after"
        " it was signed, or the signature was replaced."
    ),
    "report_is": N_(
        "Report “{title}”, round {round}, made at {at} with version {tool}."
    ),
    "words_are": N_("The eight words of this edition: {words}"),
    "words_printed": N_("The same eight words are printed on the first page."),
    "words_differ": N_(
        "The eight words on the first page are not those of the attached files: the"
        " page, or the files, belong to something else."
    ),
    "file_whole": N_("{file} is as the manifest says."),
    "file_changed": N_("{file} was changed after the manifest was signed."),
    "file_missing": N_("{file} is named by the manifest and is not attached any more."),
    "file_added": N_("{file} is attached, but the manifest does not name it."),
    "file_malformed": N_(
        "{file} does not say what such a file says; it is not by this program."
    ),
    "belongs": N_("The attached files belong together."),
    "rules_differ": N_("The rules are not those of this consultation."),
    "signed_differs": N_(
        "What the groups signed and the attached results say different things: {place}."
    ),
    "packets_differ": N_(
        "The packets counted in the results that the groups sign are not those in the"
        " list."
    ),
    "rule_followed": N_(
        "All {number} comparisons follow from the groups' positions by the attached"
        " rules."
    ),
    "rule_broken": N_(
        "The result of {place} does not follow from the groups' positions by the"
        " attached rules."
    ),
    "group_signed_rules": N_(
        "{group}: signed the rules with its key at {at}; the signature holds."
    ),
    "group_signed_results": N_(
        "{group}: signed the results with its key at {at}; the signature holds."
    ),
    "group_forged": N_(
        "{group}: a signature at {at} does not hold. It was not made by the key that is"
        " named, or not under this."
    ),
    "group_on_paper": N_(
        "{group}: signed on paper at {at}; the words on the sheet must be: {words}"
    ),
    "group_earlier": N_(
        "{group}: signed at {at} what was changed since; it does not count for this"
        " report."
    ),
    "group_unsigned_rules": N_("{group}: has not signed the rules."),
    "group_unsigned_results": N_("{group}: has not signed the results."),
    "listed": N_("{number} packets were counted."),
    "mine_listed": N_("{file}: this packet is in the list of those that were counted."),
    "mine_missing": N_(
        "{file}: this packet is not in the list. If you handed in again later, only the"
        " last packet counts: check that one. Otherwise ask the facilitator why."
    ),
    "mine_elsewhere": N_("{file}: this belongs to another consultation."),
    "mine_later": N_(
        "{file}: this packet is of round {round}; the report is of an earlier round."
    ),
    "mine_unreadable": N_(
        "{file}: this is no packet or invitation, or it was changed after signing."
    ),
    "mine_key": N_(
        "{file}: the signature of {group} was made with the key of this packet."
    ),
    "key_known": N_(
        "{file}: the report is signed by the same consultation that invited you."
    ),
    "key_other": N_(
        "{file}: the report is signed with another key than your invitation. It is not"
        " by the consultation that invited you."
    ),
    "answers_closed": N_(
        "The results were not computed anew: no open record was agreed, so the answers"
        " are not attached."
    ),
    "answers_elsewhere": N_(
        "The answers are attached (open record). “spf-assess verify” computes the"
        " results from them anew; this verifier does not."
    ),
    "figures_printed": N_(
        "The table of figures (annex B) prints the positions of the attached results:"
        " {number} rows."
    ),
    "figures_differ": N_(
        "The table of figures (annex B) does not print the positions of the attached"
        " results: {place}."
    ),
    "pages_unchecked": N_(
        "The pages themselves are not signed. Compare what they print with the attached"
        " results where it matters."
    ),
    "verdict_holds": N_("Everything that was checked holds."),
    "verdict_fails": N_(
        "Not everything holds ({number}). Do not rely on this report before you know"
        " why."
    ),
}

FRENCH = {
    "no_pdf": (
        "Ce n'est pas un PDF tel que le programme l'écrit : il a été "
        "réenregistré par un autre programme, ou endommagé ({detail}). Demandez"
        " le fichier tel qu'il a été publié."
    ),
    "no_proof": (
        "Ce PDF ne contient pas de manifeste. Il n'a pas été produit à partir "
        "du fichier de la consultation, ou un autre programme a retiré les "
        "fichiers joints. Rien ne peut être vérifié."
    ),
    "manifest_unreadable": (
        "Le manifeste n'a pas la forme sous laquelle il a été signé : il a été modifié."
    ),
    "manifest_newer": (
        "Le manifeste a été produit par une version plus récente du programme. "
        "Utilisez un vérificateur plus récent."
    ),
    "manifest_signed": (
        "Le manifeste est signé avec la clé de la consultation et n'a pas été modifié."
    ),
    "manifest_changed": (
        "La signature du manifeste n'est pas valable : le manifeste a été "
        "modifié après la signature, ou la signature a été remplacée."
    ),
    "report_is": (
        "Rapport « {title} », tour {round}, produit le {at} avec la version {tool}."
    ),
    "words_are": ("Les huit mots de cette édition : {words}"),
    "words_printed": ("Les mêmes huit mots sont imprimés en première page."),
    "words_differ": (
        "Les huit mots de la première page ne sont pas ceux des fichiers joints"
        " : la page, ou les fichiers, proviennent d'ailleurs."
    ),
    "file_whole": ("{file} est tel que le manifeste le dit."),
    "file_changed": ("{file} a été modifié après la signature du manifeste."),
    "file_missing": ("{file} est cité par le manifeste et n'est plus joint."),
    "file_added": ("{file} est joint, mais le manifeste ne le cite pas."),
    "file_malformed": (
        "{file} ne dit pas ce que dit un tel fichier ; il ne vient pas de ce programme."
    ),
    "belongs": ("Les fichiers joints vont ensemble."),
    "rules_differ": ("Les règles ne sont pas celles de cette consultation."),
    "signed_differs": (
        "Ce que les groupes ont signé et les résultats joints ne disent pas la "
        "même chose : {place}."
    ),
    "packets_differ": (
        "Les paquets comptés dans les résultats que les groupes signent ne sont"
        " pas ceux de la liste."
    ),
    "rule_followed": (
        "Les {number} comparaisons découlent toutes des positions des groupes "
        "selon les règles jointes."
    ),
    "rule_broken": (
        "Le résultat de {place} ne découle pas des positions des groupes selon "
        "les règles jointes."
    ),
    "group_signed_rules": (
        "{group} : a signé les règles avec sa clé le {at} ; la signature est valable."
    ),
    "group_signed_results": (
        "{group} : a signé les résultats avec sa clé le {at} ; la signature est"
        " valable."
    ),
    "group_forged": (
        "{group} : une signature du {at} n'est pas valable. Elle n'a pas été "
        "faite par la clé indiquée, ou pas sous ce texte."
    ),
    "group_on_paper": (
        "{group} : a signé sur papier le {at} ; les mots de la feuille doivent "
        "être : {words}"
    ),
    "group_earlier": (
        "{group} : a signé le {at} ce qui a changé depuis ; cela ne compte pas "
        "pour ce rapport."
    ),
    "group_unsigned_rules": ("{group} : n'a pas signé les règles."),
    "group_unsigned_results": ("{group} : n'a pas signé les résultats."),
    "listed": ("{number} paquets ont été comptés."),
    "mine_listed": (
        "{file} : ce paquet est dans la liste de ceux qui ont été comptés."
    ),
    "mine_missing": (
        "{file} : ce paquet n'est pas dans la liste. Si vous en avez remis un "
        "autre ensuite, seul le dernier compte : vérifiez celui-là. Sinon, "
        "demandez pourquoi à la personne chargée de la facilitation."
    ),
    "mine_elsewhere": ("{file} : ce fichier appartient à une autre consultation."),
    "mine_later": (
        "{file} : ce paquet est du tour {round} ; le rapport est d'un tour antérieur."
    ),
    "mine_unreadable": (
        "{file} : ce n'est ni un paquet ni une invitation, ou il a été modifié "
        "après la signature."
    ),
    "mine_key": (
        "{file} : la signature du groupe {group} a été faite avec la clé de ce paquet."
    ),
    "key_known": (
        "{file} : le rapport est signé par la consultation même qui vous a invité."
    ),
    "key_other": (
        "{file} : le rapport est signé avec une autre clé que votre invitation."
        " Il n'émane pas de la consultation qui vous a invité."
    ),
    "answers_closed": (
        "Les résultats n'ont pas été recalculés : aucun dossier ouvert n'a été "
        "convenu, les réponses ne sont donc pas jointes."
    ),
    "answers_elsewhere": (
        "Les réponses sont jointes (dossier ouvert). « spf-assess verify » en "
        "recalcule les résultats ; ce vérificateur ne le fait pas."
    ),
    "figures_printed": (
        "Le tableau de chiffres (annexe B) imprime les positions des résultats joints :"
        " {number} lignes."
    ),
    "figures_differ": (
        "Le tableau de chiffres (annexe B) n'imprime pas les positions des résultats"
        " joints : {place}."
    ),
    "pages_unchecked": (
        "Les pages elles-mêmes ne sont pas signées. Comparez ce qu'elles "
        "impriment avec les résultats joints là où cela importe."
    ),
    "verdict_holds": "Tout ce qui a été vérifié est en ordre.",
    "verdict_fails": (
        "Tout n'est pas en ordre ({number}). Ne vous fiez pas à ce rapport avant d'en"
        " connaître la raison."
    ),
}

_GROUPS = {
    "en": dict(zip(BENCHES, ("Government", "Employers", "Workers"), strict=True)),
    "fr": dict(
        zip(BENCHES, ("Gouvernement", "Employeurs", "Travailleurs"), strict=True)
    ),
}
_STATES = {
    "en": {HOLDS: "OK    ", FAILS: "NOT OK", TOLD: "      "},
    "fr": {HOLDS: "OK    ", FAILS: "NON   ", TOLD: "      "},
}
_USAGE = "verify_report.py REPORT.pdf [MINE.spfr | MINE.spfi ...] [--lang fr] [--json]"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: its code, how it stands, and what it is about."""

    code: str
    state: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Report:
    """What a PDF carries, and what it says in front.

    Attributes:
        files: what is attached, by name.
        front: the letters of its first pages, in the order in which they are drawn.
        figures: those of annex B, where there is one.
        manifest: the body, once it was read.
        digest: of that body.
    """

    files: Mapping[str, bytes]
    front: str
    figures: str = ""
    manifest: dict[str, Any] = field(default_factory=dict)
    digest: str = ""

    def document(self, name: str) -> dict[str, Any]:
        """Return an attached document; empty where there is none to be read."""
        try:
            return read_canonical(self.files[name])
        except (KeyError, Unreadable):
            return {}


class Unreadable(Exception):  # noqa: N818 - it is told, never a crash
    """What was to be read is not by this program; *detail* says what was found."""


# The sentences


def sentence(finding: Finding, language: str) -> str:
    """Return a finding in words."""
    told = ENGLISH if language == "en" else FRENCH
    text = told[finding.code].format(**facts(finding, language))
    return _no_breaks(text) if language == "fr" else text


def facts(finding: Finding, language: str) -> dict[str, Any]:
    """Return what a finding is about, in a language."""
    said = dict(finding.facts)
    if "group" in said:
        said["group"] = _GROUPS[language].get(said["group"], said["group"])
    if "at" in said:  # 2027-03-30T09:00:00Z
        said["at"] = said["at"][:16].replace("T", " ") + " UTC"
    if "digest" in said:
        said["words"] = " ".join(receipt_words(said.pop("digest"), language))
    if "title" in said:
        said["title"] = said["title"].get(language) or next(
            iter(said["title"].values())
        )
    return said


def _no_breaks(text: str) -> str:
    return re.sub(r" ([:;?!»])", "\u00a0\\1", text).replace("« ", "«\u00a0")


def verdict(findings: Sequence[Finding], language: str) -> str:
    """Return how it all stands, in one sentence."""
    wrong = sum(one.state == FAILS for one in findings)
    code = "verdict_fails" if wrong else "verdict_holds"
    return sentence(Finding(code, TOLD, {"number": wrong}), language)


# The checks


def check(data: bytes, mine: Sequence[tuple[str, bytes]] = ()) -> list[Finding]:
    """Return everything that can be said of a report and of one's own files.

    Args:
        data: the PDF.
        mine: packets and invitations, with the names by which they are told.

    Raises:
        Unreadable: it is not a PDF as the program writes it.
    """
    return checked(read_report(data), mine)


def checked(report: Report, mine: Sequence[tuple[str, bytes]] = ()) -> list[Finding]:
    """Return everything that can be said of what a report carries; see ``check``."""
    found = list(_check_manifest(report))
    if not report.manifest:
        return found
    found += _guarded(_check_words, report)
    found += _guarded(_check_files, report)
    if not any(one.state == FAILS for one in found if one.code != "words_differ"):
        found += _guarded(_check_together, report)
        found += _guarded(_check_rule, report)
        found += _guarded(_check_figures, report)
        found += _guarded(_check_groups, report)
    found.append(Finding("listed", TOLD, {"number": len(report.manifest["packets"])}))
    for name, own in mine:
        found += _check_own(report, name, own)
    if not report.manifest["open_record"]:
        found.append(Finding("answers_closed", TOLD))
    return found


def _guarded(
    check_one: Callable[[Report], Iterable[Finding]], report: Report
) -> list[Finding]:
    """Return what a check finds; what it cannot make sense of is a finding too."""
    try:
        return list(check_one(report))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        return [Finding("file_malformed", FAILS, {"file": str(error)[:60]})]


def _check_own(report: Report, name: str, data: bytes) -> list[Finding]:
    """Return how an own file stands; signed nonsense is a finding too."""
    try:
        return list(_check_mine(report, name, data))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return [Finding("mine_unreadable", FAILS, {"file": name})]


def _check_manifest(report: Report) -> Iterator[Finding]:
    if MANIFEST not in report.files:
        yield Finding("no_proof", FAILS)
        return
    try:
        whole = read_canonical(report.files[MANIFEST])
        body = whole["body"]
        if whole["version"] != 1:
            yield Finding("manifest_newer", FAILS)
            return
        _check_shape(whole, body)
        digest = tagged("spf-assess-manifest/1", written(body))
        key, signature = body["consultation"]["public_key"], whole["signature"]
    except (Unreadable, KeyError, TypeError, ValueError, RecursionError):
        yield Finding("manifest_unreadable", FAILS)
        return
    if not verified(key, digest, signature):
        yield Finding("manifest_changed", FAILS)
        return
    report.manifest, report.digest = body, digest
    title = body["consultation"]["title"]
    about = {"round": body["round"], "at": body["made_at"], "tool": body["tool"]}
    yield Finding("report_is", TOLD, {"title": title, **about})
    yield Finding("manifest_signed", HOLDS)


def _check_shape(whole: Mapping[str, Any], body: Any) -> None:
    kinds = {
        "consultation": dict,
        "report": dict,
        "files": list,
        "packets": list,
        "signatures": list,
        "round": int,
        "open_record": bool,
        "made_at": str,
        "tool": str,
    }
    if (
        whole.keys() != {"body", "format", "signature", "version"}
        or whole["format"] != "spf-assess-manifest"
        or not isinstance(body, dict)
    ):
        raise Unreadable("envelope")
    if body.keys() != kinds.keys() or not all(
        isinstance(body[name], kind) for name, kind in kinds.items()
    ):
        raise Unreadable("manifest")
    title = body["consultation"]["title"]
    texts = list(title.values()) if isinstance(title, dict) else []
    if not texts or not all(isinstance(one, str) for one in texts):
        raise Unreadable("title")
    for name in ("files", "packets", "signatures"):
        kind = str if name == "packets" else dict
        if not all(isinstance(one, kind) for one in body[name]):
            raise Unreadable(name)
    if body["report"].get("language") not in (*LANGUAGES, "both"):
        raise Unreadable("language")


def _check_words(report: Report) -> Iterator[Finding]:
    language = report.manifest["report"]["language"]
    wanted = LANGUAGES if language == "both" else (language,)
    yield Finding("words_are", TOLD, {"digest": report.digest})
    page = bare(report.front)
    printed = all(
        bare(" ".join(receipt_words(report.digest, one))) in page for one in wanted
    )
    yield Finding("words_printed", HOLDS) if printed else Finding("words_differ", FAILS)


def _check_files(report: Report) -> Iterator[Finding]:
    named = {one["name"]: one for one in report.manifest["files"]}
    for name, said in named.items():
        data = report.files.get(name)
        about = {"file": name}
        if data is None:
            yield Finding("file_missing", FAILS, about)
        elif (
            hashlib.sha256(data).hexdigest() != said["sha256"]
            or len(data) != said["size"]
        ):
            yield Finding("file_changed", FAILS, about)
        elif not report.document(name):
            yield Finding("file_malformed", FAILS, about)
        else:
            yield Finding("file_whole", HOLDS, about)
    for name in sorted(report.files.keys() - named.keys() - {MANIFEST}):
        yield Finding("file_added", FAILS, {"file": name})
    wanted = {RULES, RESULTS, SIGNED} | (
        {ANSWERS} if report.manifest["open_record"] else set()
    )
    for name in sorted(wanted - named.keys()):
        yield Finding("file_missing", FAILS, {"file": name})


def _check_together(report: Report) -> Iterator[Finding]:
    """Whether rules, results and what was signed are of one consultation and round."""
    body, rules = report.manifest, report.document(RULES)
    results, signed = report.document(RESULTS), report.document(SIGNED)
    found = []
    fixed = {name: one for name, one in body["consultation"].items() if name != "place"}
    if rules["consultation"] != fixed or rules["open_record"] != body["open_record"]:
        found.append(Finding("rules_differ", FAILS))
    if signed["rules"] != tagged("spf-assess-rules/1", written(rules)):
        found.append(Finding("rules_differ", FAILS))
    asked = body["consultation"]["questionnaire"]
    heads = (
        (signed["consultation"], body["consultation"]["id"]),
        (results["consultation"], body["consultation"]["id"]),
        (signed["questionnaire"], asked["digest"]),
        (results["questionnaire"], asked),
        (signed["round"], body["round"]),
        (results["round"], body["round"]),
    )
    if any(one != other for one, other in heads):
        found.append(Finding("signed_differs", FAILS, {"place": "consultation"}))
    if signed["packets"] != body["packets"]:
        found.append(Finding("packets_differ", FAILS))
    place = _first_difference(results["comparisons"], signed["comparisons"])
    if place:
        found.append(Finding("signed_differs", FAILS, {"place": place}))
    yield from found or [Finding("belongs", HOLDS)]


def _first_difference(numbers: Sequence[Any], signed: Sequence[Any]) -> str:
    for one, other in zip(numbers, signed, strict=False):
        same = all(
            one[name] == other[name]
            for name in ("item", "part", "outcome", "joint_level")
        )
        places = {
            bench: {name: said[name] for name in ("level", "source", "no_answer")}
            for bench, said in one["positions"].items()
        }
        if not same or places != other["positions"]:
            return f"{one['item']} ({one['part']})"
    return "" if len(numbers) == len(signed) else "comparisons"


def _check_rule(report: Report) -> Iterator[Finding]:
    """Whether each comparison follows from its positions; numbers are text halves."""
    rule = report.document(RULES)["rule"]
    results = report.document(RESULTS)
    told = {}
    for one in results["comparisons"]:
        told[one["item"], one["part"]] = one["outcome"]
        derived = _derived(one, rule)
        stated = {name: one[name] for name in derived} | {
            "missing": sorted(one["missing"])
        }
        if derived != stated:
            place = f"{one['item']} ({one['part']})"
            yield Finding("rule_broken", FAILS, {"place": place})
            return
    for name in ("law", "practice"):
        counted = Counter(
            told[one[name]["item"], one[name]["part"]] for one in results["sections"]
        )
        if counted != Counter(results["outcomes"][name]):
            yield Finding("rule_broken", FAILS, {"place": name})
            return
    yield Finding("rule_followed", HOLDS, {"number": len(results["comparisons"])})


def _derived(one: Mapping[str, Any], rule: Mapping[str, Any]) -> dict[str, Any]:
    """Return what follows from the positions of one comparison."""
    levels = {
        bench: float(said["level"])
        for bench, said in one["positions"].items()
        if said["level"]
    }
    low, high = (min(levels.values()), max(levels.values())) if levels else (0.0, 0.0)
    several = len(levels) > 1
    spread = high - low
    joint = len(levels) == len(BENCHES) and spread <= rule["near"]
    said = one["joint_agreed"]
    pattern, apart = _pattern(levels)
    return {
        "pattern": pattern,
        "apart": apart,
        "range": f"{spread:g}" if several else "",
        "outcome": _outcome(spread, rule) if several else "no_comparison",
        "verdicts_differ": several and low < float(rule["verdict"]) < high,
        "missing": sorted(one["positions"].keys() - levels.keys()),
        "joint_level": one["joint_level"] if said else int(low) if joint else 0,
        "no_joint_level": "shown"
        if said or joint
        else "bench_missing"
        if len(levels) < len(BENCHES)
        else "too_far_apart",
    }


def _pattern(levels: Mapping[str, float]) -> tuple[str, str]:
    """Return how the positions lie to one another, and who stands apart or alone."""
    distinct = Counter(levels.values())
    if len(levels) <= 1:
        return ("one_only", next(iter(levels))) if levels else ("none", "")
    if len(levels) < len(BENCHES):
        return ("two_agree" if len(distinct) == 1 else "two_differ"), ""
    if len(distinct) == len(BENCHES):
        return "all_differ", ""
    alone = [bench for bench, level in levels.items() if distinct[level] == 1]
    return ("one_apart", alone[0]) if alone else ("unanimous", "")


def _outcome(spread: float, rule: Mapping[str, Any]) -> str:
    if spread == 0:
        return "convergence"
    if spread <= rule["near"]:
        return "near_convergence"
    return "divergence" if spread <= rule["divergence"] else "strong_divergence"


def _check_figures(report: Report) -> Iterator[Finding]:
    """Whether annex B of the whole report prints the positions, in its language.

    Its columns have no words over them: some order of the groups must fit all rows.
    """
    said, results = report.manifest["report"], report.document(RESULTS)
    language = said["language"]
    if said["edition"] != "full" or language not in _DIMENSIONS or not report.figures:
        return
    told = {(one["item"], one["part"]): one for one in results["comparisons"]}
    rows = [
        (one["section"], word, told[one[name]["item"], one[name]["part"]])
        for one in results["sections"]
        if one["section"] in said["sections"] or not said["sections"]
        for name, word in zip(("law", "practice"), _DIMENSIONS[language], strict=True)
    ]
    text = " ".join(report.figures.split())
    missing = [_unprinted(text, rows, order) for order in permutations(BENCHES)]
    if not all(missing):
        yield Finding("figures_printed", HOLDS, {"number": len(rows)})
    else:
        section, word, _row = rows[max(one for one in missing if one) - 1]
        place = f"{section} ({word})"
        yield Finding("figures_differ", FAILS, {"place": place})


_DIMENSIONS = {"en": ("law", "practice"), "fr": ("droit", "pratique")}


def _unprinted(
    text: str, rows: Sequence[tuple[str, str, Mapping[str, Any]]], order: Sequence[str]
) -> int:
    """Return the number of the first row that is not printed, from 1; 0: all are."""
    place = 0
    for number, (_section, word, row) in enumerate(rows, start=1):
        cells = [_cell(row["positions"].get(bench)) for bench in order]
        pattern = " ".join([word, *cells, _printed(row["range"]) or r"\S+"])
        found = re.compile(rf"(?<!\S){pattern}(?!\S)").search(text, place)
        if found is None:
            return number
        place = found.end()
    return 0


def _cell(position: Mapping[str, Any] | None) -> str:
    """Return what a level looks like in a table; any sign where there is none."""
    if position is None or not position["level"]:
        return r"[^\s\d]\S*"
    return _printed(position["level"]) + (r"\*" if position["unsupported"] else "")


def _printed(level: str) -> str:
    """Return a level or a range as the report prints it: 1½ for 1.5."""
    whole, _point, half = level.partition(".")
    return (whole if whole != "0" or not half else "") + ("½" if half else "")


def _check_groups(report: Report) -> Iterator[Finding]:
    """How each group's signatures under rules and results stand."""
    for what, name, domain in (
        ("rules", RULES, "spf-assess-rules/1"),
        ("results", SIGNED, "spf-assess-results/1"),
    ):
        present = tagged(domain, written(report.document(name)))
        made = [one for one in report.manifest["signatures"] if one["signed"] == what]
        for group in BENCHES:
            own = [one for one in made if one["constituency"] == group]
            now = [one for one in own if one["digest"] == present]
            for one in now or own[-1:]:
                yield _signature(one, present)
            if not own:
                yield Finding(f"group_unsigned_{what}", TOLD, {"group": group})


def _signature(one: Mapping[str, Any], present: str) -> Finding:
    about = {"group": one["constituency"], "at": one["at"]}
    if one["digest"] != present:
        return Finding("group_earlier", TOLD, about)
    if one["means"] == "paper":
        return Finding("group_on_paper", TOLD, {**about, "digest": present})
    if not verified(one["public_key"], present, one["signature"]):
        return Finding("group_forged", FAILS, about)
    return Finding(f"group_signed_{one['signed']}", HOLDS, about)


def _check_mine(report: Report, name: str, data: bytes) -> Iterator[Finding]:
    """How one's own packet or invitation stands to the report."""
    about: dict[str, Any] = {"file": name}
    body: dict[str, Any] = {}
    kind = key = own = digest = ""
    try:
        whole = read_canonical(data)
        kind, body = whole["format"], whole["body"]
        if kind == "spf-assess-invitation":
            key, own = body["consultation"]["public_key"], body["consultation"]["id"]
        else:
            key, own = body["public_key"], body["consultation"]
        digest = tagged(f"{kind}/{whole['version']}", written(body))
        sound = kind in _OWN_KINDS and verified(key, digest, whole["signature"])
    except (Unreadable, KeyError, TypeError, ValueError, RecursionError):
        sound = False
    if not sound:
        yield Finding("mine_unreadable", FAILS, about)
        return
    consultation = report.manifest["consultation"]
    if own != consultation["id"]:
        yield Finding("mine_elsewhere", FAILS, about)
    elif kind == "spf-assess-invitation":
        same = key == consultation["public_key"]
        yield (
            Finding("key_known", HOLDS, about)
            if same
            else Finding("key_other", FAILS, about)
        )
    elif body["round"] > report.manifest["round"]:
        yield Finding("mine_later", TOLD, {**about, "round": body["round"]})
    else:
        yield from _check_packet(report, about, body, digest)


_OWN_KINDS = ("spf-assess-response", "spf-assess-invitation")


def _check_packet(
    report: Report, about: dict[str, Any], body: Mapping[str, Any], digest: str
) -> Iterator[Finding]:
    plain = {
        "consultation": body["consultation"],
        "nonce": body["nonce"],
        "packet": digest,
    }
    salted = tagged("spf-assess-counted/1", written(plain))
    listed = salted in report.manifest["packets"]
    yield (
        Finding("mine_listed", HOLDS, about)
        if listed
        else Finding("mine_missing", FAILS, about)
    )
    signed = {
        one["constituency"]
        for one in report.manifest["signatures"]
        if one["public_key"] == body["public_key"] and one["means"] == "key"
    }
    for group in sorted(signed):
        yield Finding("mine_key", TOLD, {**about, "group": group})


# Bytes, digests, signatures, words


def read_canonical(data: bytes) -> dict[str, Any]:
    """Read a document in canonical form, to the byte.

    Raises:
        Unreadable: a single byte is another.
    """
    try:
        plain = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_float=_refused,
            parse_constant=_refused,
        )
        same = isinstance(plain, dict) and written(plain) == data
    except (ValueError, RecursionError) as error:
        raise Unreadable("JSON") from error
    if not same:
        raise Unreadable("JSON")
    return dict(plain)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _refused(text: str) -> None:
    raise ValueError(text)


def written(plain: Any) -> bytes:
    """Return the canonical form; all names are ASCII and all numbers integers."""
    return json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8")


def tagged(domain: str, body: bytes) -> str:
    """Return SHA-256 over the domain, one zero byte and the body."""
    return hashlib.sha256(domain.encode("ascii") + b"\0" + body).hexdigest()


def verified(key: str, digest: str, signature: str) -> bool:
    """Whether the holder of *key* signed *digest* (Ed25519)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not (_hex(key, 64) and _hex(signature, 128)) or _weak(key):
        return False
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(signature), bytes.fromhex(digest))
    except (InvalidSignature, ValueError):
        return False
    return True


def _hex(text: object, digits: int) -> bool:
    return isinstance(text, str) and bool(re.fullmatch(f"[0-9a-f]{{{digits}}}", text))


def _weak(key: str) -> bool:
    """Whether a key is one of the few under which signatures hold for anything."""
    prime = 2**255 - 19
    y = int.from_bytes(bytes.fromhex(key), "little") & (2**255 - 1)
    return y >= prime or y in _SMALL or y in (0, 1, prime - 1)


_SMALL = (
    0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
    0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
)


def receipt_words(digest: str, language: str) -> list[str]:
    """Return the first 88 bits of a digest as eight words of BIP-39."""
    words = _word_list(language)
    bits = int(digest[:22], 16)
    return [words[bits >> shift & 2047] for shift in range(77, -1, -11)]


def bare(text: str) -> str:
    """Return the letters of a text alone: no case, accents, spaces or signs."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in spread if sign.isalpha())


# The PDF


class Name(str):
    """A name within a PDF, without its slash."""

    __slots__ = ()


@dataclass(frozen=True)
class Reference:
    """What points at an object."""

    number: int


@dataclass(frozen=True)
class Stream:
    """An object with bytes."""

    about: Mapping[str, Any]
    packed: bytes

    @property
    def data(self) -> bytes:
        """Its bytes, unpacked.

        Raises:
            Unreadable: they cannot be unpacked, or are too many.
        """
        kind = self.about.get("Filter")
        if kind is None:
            return self.packed
        if kind != "FlateDecode":
            raise Unreadable("filter")
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(self.packed, _UNPACKED)
        except zlib.error as error:
            raise Unreadable("zlib") from error
        if not unpacker.eof or unpacker.unused_data.strip(b"\r\n"):
            raise Unreadable("zlib")
        said = self.about.get("DecodeParms")
        return data if said is None else _predicted(data, said)


def _predicted(data: bytes, said: Any) -> bytes:
    """Return rows that were written as differences from the row above."""
    if not isinstance(said, dict) or said.get("Predictor", 1) not in range(10, 16):
        raise Unreadable("predictor")
    width = said.get("Columns", 1)
    if not isinstance(width, int) or not 0 < width < len(data):
        raise Unreadable("predictor")
    if len(data) % (width + 1):
        raise Unreadable("predictor")
    above, rows = bytes(width), []
    for place in range(0, len(data), width + 1):
        kind, row = data[place], data[place + 1 : place + 1 + width]
        if kind not in (0, _FROM_ABOVE):
            raise Unreadable("predictor")
        if kind:
            row = bytes(one + up & 255 for one, up in zip(row, above, strict=True))
        rows.append(row)
        above = row
    return b"".join(rows)


_FROM_ABOVE = 2
_SPACE = b"\0\t\n\f\r "
_TOKEN = re.compile(
    rb"(?P<refers>(\d{1,10}) (\d{1,5}) R(?![A-Za-z]))"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<open><<|\[|\()|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|(?P<word>[A-Za-z'\"][A-Za-z0-9*]*)"
)
_WORDS = {b"true": True, b"false": False, b"null": None}
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CLOSED = object()


class Parser:
    """Reads values one after the other."""

    def __init__(self, data: bytes, place: int = 0) -> None:
        self.data, self.place = data, place

    def value(self, depth: int = 0) -> Any:
        """Return the next value; an operator comes as bytes within a tuple.

        Raises:
            Unreadable: there is none.
        """
        if depth > _DEEPEST:
            raise Unreadable("depth")
        self._skip()
        found = _TOKEN.match(self.data, self.place)
        if found is None:
            raise Unreadable(f"byte {self.place}")
        self.place = found.end()
        return self._of(found, depth)

    def _of(self, found: re.Match[bytes], depth: int) -> Any:
        kind, text = found.lastgroup, found[0]
        if found["refers"]:
            return Reference(int(found[2]))
        if kind == "number":
            return float(text) if b"." in text else int(text)
        if kind == "name":
            return _name(found["name"])
        if kind == "hex":
            digits = bytes(sign for sign in found["hex"] if sign not in _SPACE)
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if kind == "word":
            return _WORDS.get(text, (text,))
        return _CLOSED if kind == "close" else self._opened(text, depth)

    def _opened(self, text: bytes, depth: int) -> Any:
        if text == b"(":
            return self._string()
        values = []
        while (one := self.value(depth + 1)) is not _CLOSED:
            values.append(one)
        if text == b"[":
            return values
        names = values[::2]
        if len(values) % 2 or not all(isinstance(one, Name) for one in names):
            raise Unreadable("dictionary")
        if len(set(names)) != len(names):
            raise Unreadable("a name twice")
        return dict(zip(names, values[1::2], strict=True))

    def done(self) -> bool:
        """Whether nothing is left."""
        self._skip()
        return self.place >= len(self.data)

    def _skip(self) -> None:
        while self.place < len(self.data) and self.data[self.place] in _SPACE:
            self.place += 1

    def _string(self) -> bytes:
        out, depth = bytearray(), 1
        while depth:
            sign = self.data[self.place : self.place + 1]
            if not sign:
                raise Unreadable("string")
            self.place += 1
            if sign == b"\\":
                out += self._escaped()
                continue
            depth += (sign == b"(") - (sign == b")")
            if depth:
                out += sign
        return bytes(out)

    def _escaped(self) -> bytes:
        octal = re.compile(rb"[0-7]{1,3}").match(self.data, self.place)
        if octal:
            self.place = octal.end()
            return bytes([int(octal[0], 8) & 255])
        sign = self.data[self.place : self.place + 1]
        self.place += 1
        return _ESCAPES.get(sign, b"" if sign in b"\r\n" else sign)


def _name(written_name: bytes) -> Name:
    text = re.sub(
        rb"#([0-9A-Fa-f]{2})",
        lambda found: bytes.fromhex(found[1].decode()),
        written_name,
    )
    return Name(text.decode("latin-1"))


class Pdf:
    """A PDF in one piece, its objects read when they are asked for."""

    def __init__(self, data: bytes) -> None:
        found = re.search(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z", data[-1024:])
        if not data.startswith(b"%PDF-1.") or found is None or len(data) > LARGEST:
            raise Unreadable("PDF")
        self._data = data
        self._held: dict[int, Any] = {}
        self._steps = 0
        self._packed: dict[int, dict[int, Any]] = {}
        stream = self._object_at(int(found[1]))
        if not isinstance(stream, Stream) or stream.about.get("Type") != "XRef":
            raise Unreadable("xref")
        if "Prev" in stream.about or "Encrypt" in stream.about:
            raise Unreadable("Prev")
        self._places = _places(stream)
        self.catalog = self.dictionary(stream.about.get("Root"))

    def get(self, value: Any) -> Any:
        """Return what *value* points at, or itself."""
        for _ in range(_DEEPEST):
            if not isinstance(value, Reference):
                return value
            value = self._numbered(value.number)
        raise Unreadable("reference")

    def step(self) -> None:
        """Count one more branch of a tree: one that leads back has no end.

        Raises:
            Unreadable: there are more than any report has.
        """
        self._steps += 1
        if self._steps > _MOST_BRANCHES:
            raise Unreadable("branches")

    def dictionary(self, value: Any) -> dict[str, Any]:
        """Return the dictionary that *value* is or points at.

        Raises:
            Unreadable: it is none.
        """
        found = self.get(value)
        if isinstance(found, Stream):
            return dict(found.about)
        if not isinstance(found, dict):
            raise Unreadable("dictionary")
        return found

    def stream(self, value: Any) -> Stream:
        """Return the stream that *value* points at.

        Raises:
            Unreadable: it is none.
        """
        found = self.get(value)
        if not isinstance(found, Stream):
            raise Unreadable("stream")
        return found

    def _numbered(self, number: int) -> Any:
        if number not in self._held:
            kind, place, index = self._places.get(number, (0, 0, 0))
            if kind == 1:
                self._held[number] = self._object_at(place, number)
            elif kind == 2:  # noqa: PLR2004 - in an object stream
                self._held[number] = self._in_stream(place, index, number)
            else:
                self._held[number] = None
        return self._held[number]

    def _object_at(self, place: int, number: int | None = None) -> Any:
        found = re.compile(rb"(\d{1,10}) 0 obj\s*").match(self._data, place)
        if found is None or number not in (None, int(found[1])):
            raise Unreadable(f"object {number}")
        parser = Parser(self._data, found.end())
        value = parser.value()
        begins = re.compile(rb"\s*stream\r?\n").match(self._data, parser.place)
        if begins is None:
            return value
        size = value.get("Length") if isinstance(value, dict) else None
        if isinstance(size, Reference):
            size = self._numbered(size.number)
        if not isinstance(size, int) or not 0 <= size <= len(self._data):
            raise Unreadable("length")
        packed = self._data[begins.end() : begins.end() + size]
        if not re.compile(rb"\s*endstream").match(self._data, begins.end() + size):
            raise Unreadable("endstream")
        return Stream(value, packed)

    def _in_stream(self, holder: int, index: int, number: int) -> Any:
        if holder not in self._packed:
            stream = self.stream(Reference(holder))
            data, first = stream.data, stream.about.get("First")
            if stream.about.get("Type") != "ObjStm" or not isinstance(first, int):
                raise Unreadable("ObjStm")
            head = [int(one) for one in data[:first].split()]
            self._packed[holder] = {
                place: (one, Parser(data, first + begins))
                for place, (one, begins) in enumerate(
                    zip(head[::2], head[1::2], strict=True)
                )
            }
        found, parser = self._packed[holder].get(index, (None, None))
        if found != number or parser is None:
            raise Unreadable(f"object {number}")
        return Parser(parser.data, parser.place).value()


def _places(stream: Stream) -> dict[int, tuple[int, int, int]]:
    """Return where each object stands: its kind, place and index."""
    widths, data = stream.about.get("W"), stream.data
    size = stream.about.get("Size")
    ranges = stream.about.get("Index", [0, size])
    if not isinstance(widths, list) or not all(
        isinstance(one, int) for one in widths + ranges
    ):
        raise Unreadable("xref")
    one, two, three = widths
    row, many = one + two + three, sum(ranges[1::2])
    if min(widths) < 0 or row <= 0 or min(ranges, default=0) < 0:
        raise Unreadable("xref")
    if len(data) != row * many:
        raise Unreadable("xref")
    numbers = [
        number
        for first, many in zip(ranges[::2], ranges[1::2], strict=True)
        for number in range(first, first + many)
    ]
    found = {}
    for place, number in enumerate(numbers):
        cells = data[place * row : (place + 1) * row]
        found[number] = (
            int.from_bytes(cells[:one], "big") if one else 1,
            int.from_bytes(cells[one : one + two], "big"),
            int.from_bytes(cells[one + two :], "big"),
        )
    return found


def read_report(data: bytes) -> Report:
    """Return what a PDF carries and what it says in front.

    Raises:
        Unreadable: it is not a PDF as the program writes it.
    """
    try:
        pdf = Pdf(data)
        return Report(dict(_attached(pdf)), _front(pdf), _figures(pdf))
    except _STRANGE as error:
        raise Unreadable(type(error).__name__) from error


# What a PDF by another hand can bring about where this file looks for its own.
_STRANGE = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError),
    *(RecursionError, OverflowError, MemoryError),
)


def _attached(pdf: Pdf) -> Iterator[tuple[str, bytes]]:
    """Yield the files that the PDF carries; one name twice is refused."""
    names = pdf.catalog.get("Names")
    tree = pdf.dictionary(names).get("EmbeddedFiles") if names is not None else None
    if tree is None:
        return
    pairs = list(_leaves(pdf, tree, 0))
    if len({name for name, _ in pairs}) != len(pairs):
        raise Unreadable("a file twice")
    for name, value in pairs:
        spec = pdf.dictionary(value)
        held = pdf.stream(pdf.dictionary(spec["EF"])["F"])
        said = _text(pdf.get(spec.get("UF", spec.get("F"))))
        if said != name:
            raise Unreadable("a file with two names")
        yield name, held.data


def _leaves(pdf: Pdf, node: Any, depth: int) -> Iterator[tuple[str, Any]]:
    if depth > _DEEPEST:
        raise Unreadable("names")
    pdf.step()
    found = pdf.dictionary(node)
    for kid in pdf.get(found.get("Kids")) or []:
        yield from _leaves(pdf, kid, depth + 1)
    names = pdf.get(found.get("Names")) or []
    for name, value in zip(names[::2], names[1::2], strict=True):
        yield _text(pdf.get(name)), value


def _text(value: Any) -> str:
    if not isinstance(value, bytes):
        raise Unreadable("text")
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be")
    return value.decode("latin-1")


def _front(pdf: Pdf) -> str:
    """Return the letters of the first two pages; a full cover runs on to the second."""
    letters: list[str] = []
    for _number, page, resources in islice(_all_pages(pdf), 2):
        letters.extend(_drawn(pdf, page, resources))
    return "".join(letters)


def _figures(pdf: Pdf) -> str:
    """Return the letters of annex B: from its heading's page to the next heading's."""
    names = pdf.catalog.get("Names")
    tree = pdf.dictionary(names).get("Dests") if names is not None else None
    if tree is None:
        return ""
    pages = {
        name: pdf.get(value)[0].number
        for name, value in _leaves(pdf, tree, 0)
        if name in ("annex-b", "glossary")
    }
    first, last = pages.get("annex-b"), pages.get("glossary")
    letters: list[str] = []
    inside = False
    for number, page, resources in _all_pages(pdf):
        inside = (inside or number == first) and number != last
        if inside:
            letters.extend(_drawn(pdf, page, resources))
    return "".join(letters)


def _drawn(pdf: Pdf, page: Mapping[str, Any], resources: Any) -> Iterator[str]:
    """Yield the letters of a page."""
    held = pdf.get(page["Contents"])
    parts = held if isinstance(held, list) else [page["Contents"]]
    data = b"\n".join(pdf.stream(one).data for one in parts)
    yield from _letters(pdf, data, pdf.dictionary(resources))


def _all_pages(pdf: Pdf) -> Iterator[tuple[int, dict[str, Any], Any]]:
    yield from _pages(pdf, pdf.catalog["Pages"], None, 0)


def _pages(
    pdf: Pdf, node: Any, resources: Any, depth: int
) -> Iterator[tuple[int, dict[str, Any], Any]]:
    """Yield each page with the number of its object and its resources."""
    if depth > _DEEPEST:
        raise Unreadable("pages")
    pdf.step()
    found = pdf.dictionary(node)
    own = found.get("Resources", resources)
    if found.get("Type") != "Pages":
        yield (node.number if isinstance(node, Reference) else 0), found, own
        return
    for kid in pdf.get(found["Kids"]):
        yield from _pages(pdf, kid, own, depth + 1)


def _letters(pdf: Pdf, data: bytes, resources: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is drawn as text, run by run, through each font's own table."""
    named = pdf.dictionary(resources["Font"]) if "Font" in resources else {}
    tables: dict[str, dict[int, str]] = {}
    parser, stack, table = Parser(data), list[Any](), dict[int, str]()
    while not parser.done():
        value = parser.value()
        if not isinstance(value, tuple):
            stack.append(value)
            continue
        if value[0] == b"Tf":
            name = stack[-2]
            if name not in tables:
                tables[name] = _table(pdf, pdf.dictionary(named[name]))
            table = tables[name]
        elif value[0] in (b"Tj", b"TJ", b"'", b'"') and stack:
            runs = stack[-1] if isinstance(stack[-1], list) else [stack[-1]]
            for run in runs:
                if isinstance(run, bytes):
                    yield from _decoded(run, table)
            yield " "
        stack = []


def _decoded(run: bytes, table: Mapping[int, str]) -> Iterator[str]:
    for place in range(0, len(run) - 1, 2):
        yield table.get(run[place] << 8 | run[place + 1], "")


def _table(pdf: Pdf, font: Mapping[str, Any]) -> dict[int, str]:
    """Return a font's letters by the number of the glyph."""
    if "ToUnicode" not in font:
        return {}
    data = pdf.stream(font["ToUnicode"]).data
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for glyph, letters in re.findall(
            rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block
        ):
            found[int(glyph, 16)] = bytes.fromhex(letters.decode()).decode(
                "utf-16-be", "replace"
            )
    return found


# The command


def main(arguments: Sequence[str]) -> int:
    """Check the report that is named, tell what was found, return the exit code."""
    given = list(arguments)
    as_json = "--json" in given
    language = "fr" if "--lang=fr" in given else "en"
    if "--lang" in given[:-1]:
        place = given.index("--lang")
        language = given[place + 1]
        del given[place : place + 2]
    paths = [Path(one) for one in given if not one.startswith("--")]
    known = {"--json", "--lang=fr", "--lang=en"}
    unknown = any(one.startswith("--") and one not in known for one in given)
    if not paths or unknown or language not in LANGUAGES:
        print(_USAGE, file=sys.stderr)
        return NOT_UNDERSTOOD
    return _run(paths, language, as_json=as_json)


def _run(paths: Sequence[Path], language: str, *, as_json: bool) -> int:
    try:
        data = [_read(path) for path in paths]
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return NOT_READ
    own = [(path.name, one) for path, one in zip(paths, data, strict=True)][1:]
    try:
        found = check(data[0], own)
    except Unreadable as error:
        found = [Finding("no_pdf", FAILS, {"detail": str(error)})]
        _tell(found, language, as_json=as_json)
        return NOT_READ
    if any(one.facts.get("file") == ANSWERS for one in found):
        found.append(Finding("answers_elsewhere", TOLD))
    found.append(Finding("pages_unchecked", TOLD))
    _tell(found, language, as_json=as_json)
    return SOMETHING_FAILS if any(one.state == FAILS for one in found) else ALL_HOLDS


def _read(path: Path) -> bytes:
    """Return a file; of one that is too large nothing, which no check lets pass."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1) if path.stat().st_size <= LARGEST else b""
    return data if len(data) <= LARGEST else b""


def _tell(found: Sequence[Finding], language: str, *, as_json: bool) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a console of another alphabet must not stop it
        reconfigure(errors="replace")
    if as_json:
        plain = [
            {"code": one.code, "state": one.state, "says": sentence(one, language)}
            for one in found
        ]
        print(json.dumps(plain, ensure_ascii=True, indent=1))
        return
    for one in found:
        print(f"{_STATES[language][one.state]}  {sentence(one, language)}")
    print(verdict(found, language))


# The word lists of BIP-39, English and French, in their order and packed by zlib.


def _word_list(language: str) -> list[str]:
    if not _LISTS:
        both = zlib.decompress(base64.b85decode("".join(_PACKED.split()))).decode(
            "utf-8"
        )
        _LISTS.update(
            zip(LANGUAGES, (one.split() for one in both.split("\n\n")), strict=True)
        )
    return _LISTS[language]


_LISTS: dict[str, list[str]] = {}
_PACKED = """
c-m#1ZI;|D&#nL0EL}Es(QO+)V5+(@qC4Zr#Lm99+?~AZtgMzOe_%d@kOZ3y_hFyPejDz2&F5QuO(LbA&?o7Zc7C
){@36BDqks20iS?#u#xb=9%ab1-$I^qx?MF^zrQ0H<w=<7Q{IBQA)mr>A&!3sHjAyCP8o8c*SZ~8L9C~7!_{*b{a
ew+yhGJWW_7(aZ_A$XTEY))7i}O6>3M&+St^?&+hOAF6i9gD`)THzy4Z4@No8QRwC{_1zqjlDy>iT-`(6Ky<O1CE
NuQ@5NmEUW6L(5BaD->`oJ1-xPL9{A=9%x16O!~(98s4hSHk_$f_^-S#;w7ltb5nDwSo^TP$#EYaG}Jz3mwaEyXJ
07ezEowu=Z&V@KYeLeCZiK>(7l`wztCQ0XWI7xp8wZ*>MJJ%V%Og>P`jh7W#QM6h6*Fs<ER#sqh{q<#|Omyt13ds
vo7RFtJRGP)Qxi2O_@~{iYt}k!xJ^DH9!4}_T$_2OtVF#p4ktauTnp6L*wsA+-Yra=eL$j{akB(Q%3E4Y%0h3Skt
MWXHikka~MBii2|HwKKsPIOThajjD13``eGq-FZ9#R-p>N*n;v?mY7u&tahM7m(RvM^30h56*;i_X;=Jar#(I6~m
LB`c?RFpTZ;|nlR^_dPK7Ai1<#`_#{jC=0JMy;kpk(YmZ1+;ccKw6xi8uY1RvxOB?K_Ri<BbfOx<>R<ZFE;%)rI$
@&q8-dSD)Y0I52R<DegU`Swy3T^g@>Dp(?|&+U}lKk8g2xm#DH%yYt-BocYxtYFP3<5qGgyO62q|WRb`BNLe!JPZ
GWw5_iv)AN5q0IbL7sJ5lwR=w`aRQtQCS)--S*1#w@U*IJ5cQy0Kp!L^%^VQ<R4&>^DAp=f;Gi-h`Kw!4T1uSi#Z
rF=s8j1&o_DV4D*hP>WUXZLa<WcL_y_wuDb<tNc{A*(w^GCx6izPdqC3()k7ADKGVY$>RjPN;c#@VY-&bK`!Iwp}
xcPa3qA-7gnDUt^4mzqsW(_B%TM-X|*9mANwPQjM!*spnPS@9Q1%30Zx6pZtniSeZ%j^Pygs_(em|F1_X54c;3$M
@RLy>91e6ak$?ZB;u<4=$U3jyEidk|Aa`gMK+O5g9>(t@PgDHbWCO{{fJKUox+>@b0Dkz?Q6&Nfg_)O?>Gm4w(@u
PBkF6Br9cnWQ>>C}CE0jc?In_T9%-lZYu(xLh%zn<eB`k+Eyb^&@nEN`VjziHnT&Mum^9U@|5T5}^JznSk7;kTgw
owtB?>Dniv3_75>=;&ZijPwSZ9ir20dtS@fsJKsdCm_c0fnoP080KOd_uCgVCuedPIDfs=0+6h;Do0iNZ80R{X9c
OiE;Y^pSZ*d?({x^>$up->ivbqky?GsK<QfU*wH}G3KYn)VMOYiXM=f=QsQXA%!jym4X+2Qmd7*Fs`2H#O4{QaVh
G;teKpOAEHlI7j>2RL;D1Mk!k0hj!bF9yTR7({wqUJ8ly<dcDU5bSmrswD0ZPQiU!5VT~xIwGk_GOq?*SzlNozKo
U)b8jZwCP$y8a>tMI8in|;oj8pRhIG)nA||K2j{MTxT(zP>**>SRO%iEv4iF;5(1T#*>Gv<M%R-giE(lJpVRx@)O
<jIJ-8Ib5tZv*zl#!OOd7rW{dNP{zO5d_p(K?h6c%I=CI{@LHk2l(B@DhZ1wASR#+4?nR|B&}yccq`(d+=7Ow1(&
$c6mr_bg{Z{*!saNgEG*i^tH;?YxcR$%(4n8cyh^PBqcV!NATB9HQg>oNz&4q#1)j9}MzeZTEj7??ap(WXn{v11P
;F)QXVxDA`EhHsAlPBaUjIL?0MxJPn$phaPC2*7Ed153_Nz-kDsn%j6Q<qrU?mU|?onb3dBwlJfPE$4#erlGM;Kv
+K&17zabxNzhwC1ND+?ZO#vLD~GOR(E^66Z<VbYjU59;Idf)PNDi3XtewgiWcbi|$S&ztZxu!#*Jgib-4&$}4J1z
H}mZlZNi9UKK}wh#^u_mWeItm|UieqL|?7y~&SdeTO@elSu=e>g2^rTzp4|OnFV4?71o1<`FBh{YY5g#UL$Ac_l)
mm58Ry^ipnWn+A_LT#3U?s3wZ8r6tMd>7L2YQhoK8<a;W1QN+5H_av1wNi9GQ*+k;oV79v#izZIq+WnFV1t}dNp0
J-Mk1f$f(kDjkG`biW;x7?KRCqj-^d-+`J}ANagdPxQM2l;Di0G5j(IQfmQ%7QY$SJn$WVJWBr)7uEx9Kgdt?#7)
krq|iWa!J16x|_`4YgqQ73CnJl%@rdFx15NBC9@OvUu<(m4GHlvo&H`mRqt7ld>(7wBBVhrFC*zy;mv0nilyXa5t
~GyrxJz2U=coPNu6`Q3GhuL?MR7CMK1|)x<QIw&IC5ZO2-;dlZ}<aaCKc3GFW?p<x&#%p5hactIn|e5EpyG3vI@m
VmS`C;>6XVA>y+mb8D6|GqN9l02<NZMCa1W{3v!d*wlN14A)>RNnG9(a%HDC}B(g!^RL*uVMq~kJ41%lZteWWNRv
)+T|5%gbute59kd|E|KJzHqz%XoYJWoUR6VyeVb`mBl44EStU8?%kA(b?MAD7*{2r^D?<r4`IqL)$sEHbeI@Hi@j
7N-cnnCFc)rvBU)h<tS-yOsAk^vWKtqWofAny3d}#=3*oYVBb<`+>T{JP;;+^=zqP@)nHnN!NBO-PG7N7W$B`u<o
*cppbq;YvOL4s#|>L#}HH*#S=5$G8|bsl0Km<O^!_lP2|Vi{+4wy!zM(W^AeoCZ%dvkKNxWpk25^IGDfd|nZL$sg
weJus_>^3%^S5@#Davu4RTGbPM99MCyybcim_pVk!FAg7<Ab7wpp&j}(+Tt>^y+3!%HjF~=57y5DE<M(Ncea>IEd
6lC%+m{mMftAXyR8fq2tRA^Dw${8B-^Jn*^&=iy^V;RZ&330|+PO$?%~F*5inQd688sJbR2&_damz%MnTHo%X7dj
mlNl!;&4Kn3@8nhOHqSB@oR_V**<plPe%34<>Q<_*O4TqzhbTdb<VNuvYLJ_hNaifJv65!{Nurpmvuq7r!t9v)&Y
$MZS!S-q4I_Q-?(}7_6J=+6k*EIkhS|7ZD8nKvS9UR4L+pNWd?+y)wlM3tMgEKac>3fSOWY!Rf**3~7F3b?PduwV
#i}pjZ-{jSU{UM2P!B4!WYp%ue6i#OjlP6{ELjuI%+IR)m^c<W(-1^cteQ$TmX-NWbUPZn+)ZU2iBiS2_-*y&f;+
t+7)zNZ1Z$zE7rJ<{^B@mNv(_Nq4z=q-AF8^{&uR@CU$(&=LMiMei&BM(hFk0_i#{;}G`;hwN*rO4n+%cjBFfb=x
&vfO9#EC861`bE!lNNfM%`7D)5~?47-|>w^zz<rj{)svuS-tXEV5}vfmz%hC@*<jGP@smlU%7>sS+~LCo+ul<v7V
>czufe@*{ZoBCAx>gE<xYR5r|+56R;r=Eq0U@PKZ~KMs*ye^nRrgz!A{oQSmB18w(ELp~Vq59wMu=27l<=!os{pd
&;QBx996V*EXDSRQ5fGlgdkeyckk#Z%0~Q=z0O9BGTyLxvp5&TZ7zLvGarIem0lo=|31F*4A|lqUcuDEXil<SkBq
p!y1}(A(XO`X=IW!xGE{!PG;;&0%Gn#LQc=0&#Mvx&CA-m|Kx$8|Zn<p8K-;40~A|{UHfvh7&8k7?Dfy&g78sBt$
&DiPJ7(VSY=$rY~r=HKPP7PfT;2YLItk57<g*I%6tqVh^;vSVAPFl22^jyniG=^wIt57CB<ciWVXOO2`BkB}C3M4
R=c{Uc@bgdD0X=nc^e^t{wIT(x*fbc}Dt~{gIgIbERS1N_)%VSY3eDG<fxt%Kb!qJ|a~0F)(7p`1|$i_94+_;uPP
Zt91NFdPy8U%3XgNu^$)}9}*6P3bW{gD3d6i`hoBL(H*50%WB3C0tgP`f6CMtYALr*#<a*GqRFwt-?vYK0H2Z${q
6p}linAZ+v4i~PqnlDM#jn~RsJMiNcxp;pSvcp&pppjCN9y}ZI!;!pDG}#(nt+rjIPAzS3*)N?w;C8?Xd9cI19h4
f1G~wRIOM1KIo3&t!Z<(5z$!j0!12=i5v_+FBf8!9w42D8KUtfs=mPnMt`qKI$Oeh3jr5p;#yN~ahH(78khD(x<s
srlmjJ$73=$s!4X1H4sx+XWLijdidW1OiK|D*N~5ey6EVlH#9$p@Ss6^C>Y^2MWX=C$g14P3Bb=!RpHsx@O=f|K9
xQjON|^|hpZ1oIpxKUf5DCr7!iMG%wPm50T<N^qnVLPR$YkeL`7pZK7u(%yx5K>leK6IaUHca!X?<5L+>PZXjh0O
Xkv7l=MR!T^#&XYwe`?=s8$Q(A8$G;9xer|C>dseipBWY6OM%+v7Vmxz19_9)52hlBF3z*Yr|YLbSZj{l<STDXT_
Uu}=8z!+zh-B6`d5`1whd=I@s&4OI~()<CRvfBZiK}|ECCyH-<Gh>sbZSQM=sYOy5b3K#NoFHFNiUuF)~~a*$N_c
<PvhcSwU@%2X5F&8@_~ZoX+=rXlmFr?@(h6J`0KL=ue2{V$1lB8zWLA%AWCeMez_e862bE_N+o+f{!t1H(YMIf$H
b4L=Imb1Y5ad%58FdRwz@zrm?O+w4}yB#v9zizZQ$ul|iQ}6iVfo*jAiZ-En@m(j>vsja$UVFAq`7IcavXba;JWL
kdN*C?Tn>&oehWg^~l14+-+tn=7UlsI&}U$KI8oK~QU3_Y&szZb_zun8kg2tCah|;Mp+~_u-H(6Z0y<E=hTdx^R1
V7dz{2J8|3{mtvP@IQ@EB9Fg2Fr+SyWEI&dsif=aV_|I!*d+H~xvfJU<)2oSm=|1W?dUh{}_FnMl<j`jn=Pv8O7b
{~$jM5iBa1QbKY4V_zcf34)qIyuXdnc@`@5T7t9dabdT87V?Y|6KY=S6)wOY)>WM(Ql?YLvVCrQDwm-<45!MHvzV
W5~0}YrmCw<}W!#5z5R2fZI_%W%ghP6>F@rzPCeNR8VjPWpAwUNTk%@Wp^A-Om7^#f8dChBggH-CPX>hJ0;dGOT}
cA6Jt{_qDrE2(A3#-XDDfP09$Oa-&QJdjhjp=M+!n9OFwO0h{rEX0Wr_|1&2|My5DSfVKM8E)Yp6As)g%Teo+^jJ
ICNrdoY|GtUKhQjHKm7;)D-S_0nNYBI;5c!(m$Sr;ow0(t|+DfqXhG`8-f+hqc*(5);Ysq$AdcmDw)NXgZkRj^XX
Gdn6Y^{n!1YLfYUvnw8WlG`s!=yn69bJ$Pt-qb|u&Z~e_kj5u8=#-ztW&hc>dWu_KUM^BE&TjNoUcgQ8u)jYbkIc
D1<CrXnS{t~%hU5Zds<~|l&2*Dot;5k{?+;+Y5uU~4yXj7R9e146{-C@hhVMP_&rC1#rJDAg;3k2agiVQCiy<D*7
4_Rdu$}MJTF{##r)!&22|50SN`jKiObO85Cw0!q_jeKMY7npU<fz;5R<%M`gH0)r(+n<obMInjX)2=nmzD=yym%S
B4{3MGi{o$YSD$*&sA?@OEhv<lZx@T&Bx<P9G1x3kha7UWNr|z5zp$RdEiN&oJ#JA#?OPQfZRHWibQpj>%kI9I@v
Uhp<9sm01(}Yq|i>;937AF58TNIUh*o-*(frxdSx}(=vK~ust=+z_su-ZBZZZIm3{_7Vl{Z>h3ToAV7Y4QEkTp(T
<jsNR}dej1%c+~GqKagJ{R7oB$nxnF9Mi1Hd^}373o_bg`7f}_?4smpnG`MtA#Wt;M1c71(hc1%0tnyU4&Fcs?Vh
JoVlfg@WzocSf7m8OJ@pJfi!V(tsN^nhHj}=R3OmW1&vO3|LUKy#${U%}YBvg}~A2G&!O-pvRa?`oDSZHhdh)37q
3+k~^*+wwmymz4{+h}58z$k%bAy!<Deey+3UN>u|nyjUf)Xa?o>qyL_Qk>W`ksur<iSgLYlD$+VFlNQ%viR|)Vde
rgf_y4?ymr>e^<=5DroKnbp3!_V5-5ygQ}v;_U2Tx>{IS^VL1HEEff9@QHP3wCQ!Z12UPMeaZ20Z{HD2SF2x31}M
+>W0cq(>w^=hTYQ8DfQVXsYt#ep0T7Lm{Fw2Fij*JAg$I!YZIa4NHnC<b@!cego?aFvRxm^-!a{IQLtcFc#S0<@T
0#O!^yVdh8X=IYxkZc1b86ZC}eorb;BBGBCMLYwA|CgV=Lv_}?4q(p6nHYN^Y+e9xDbca+YZ7w&tG5mU@%?u6M*c
L@Dqm0Z_RXmBU7tWQ?;BBKu2^3$GHLk<g`u*0@z#oQvi(%2|`Ns0b1Vfhb#hqCiLq{}hvc_6xON-~Y<`oT?N`nMT
^rb@ad7IrX^l6k)26$>PFO@a5X5?)LOH3YcL*L%o!@hu+oHbDgal~ni2L*WeYlIwR38^iK9*g;DY??-(NCYWrM2D
bUCI&0YO@@nT_p(eQ#3L%*&OIceJ!A+|u!pLh@7~VPP;ItRT26GD#oB9yO-4M;fxjTK^3v+>%V|I#h+7oAy4@nTN
@cUHnTGr$HgXUeb4UC1PsawtGJn(>WiCSLKhgCK=U!wJA(+tC&>YP(YI9_>g~uz#Qw1}vG3_@utmD{iLko(M@rFm
zHewv2Y%pj$%3735J2JJq?J;{>;kT?+zFNGJ-Q4Cyc2_I(if4M!Df<}}3K|<mn&UNW8pEJzxXi8iI<8uCKdGA_NG
7q)ON)t7v;zg$JbyQgGroTilF+Ov!<(&ham~VeSa!T5+~h*|CAZY!jR<0&{=w@Rm$4nIDdx4cCZc_~gx0yD5H@~^
68db1bzIXV+n65{%=?{i%e+&qg+C!SWzC}EwB~6|ASZy4d@}E`P&+~SkTsg9vOQh1GdZh726R1Pv2w#M<EF*sbV*
M4$5{v*z-j2y3dCVlQM%w{9$ok;eZlvt+d^ip^U$bRT;}c_u;MOr#6jiBL3=nj;+U&qDAU$s^K8SvY~7LF*6qNw&
Tbk}V){1+kXm;bx^*66JwlZ2j;$ZQeBh9ZRqH`4TM@61HMVO(F~*z-#oyTXz&o*vQrv!4dtI94<(7U8CYsmV3tL^
3ufD8SUW}ZV+wx_TxV^9s+Izdxit@79OVQpH>3q9OqKDalX|~+FZ{QrPCr)-bsc#_%x4jf}5=1$PpNO97AhEA}JH
31HWOe*RdU5vjha<s;*4$vED-SeM@^#OLvnN7-dd@hB7>dy2rzKyMB-IjCHjm;RUFU;c1)^9)Vrrz5csJC_<%~Tp
C(7l_i?6Kwwk312^F@NEyrqY+EGAJ0U(bxPKRv0-qs1H)Csr@2c~&nM?yEH({*l?7cY50&;(PM=7Ml<)#v-g$idn
^3s86dbLYVrKZ7h2DtIT$yJNs9~Pdoo7`*F@f5a^U%$u5~qoYStui355TmCy$3X>ajlX^E_>!*8dpR?)p7)hDy=>
77F-_UL-^zR)nPPPZ-gohXXw^wyKpTOmakH>YMI2-y_*bujOw&?xj{-N}_3vhZo6iftrH)#+ij2c10}rfZO%eIFp
W!m{uPDA~{xaksn@s#t8-Tz|e$i=sP(ykBayH`4k(>}K{w-&f93XzOt6vDHA#yMg6z_*ZO939%6^BHp4dMx3JWvB
V@x(>Ap@TeHPZh~91dB8<I@JI2~~Nt<Z*KE=L26F(0}GyAc)gZkm+pe}_ig68N4TBO&zW<M*6Fubtfz2#hlEz2E?
MiOyleg<aXIgAW9u`YG}9FRF#s+z~1u@7GC$)%k?)}Eh(W(U#OiuFX`pI%UZrbnh}o-{T;*@*$Omo84$soo(318D
;K@QHK#Wb4B!roqm)vfKPgsGH*DF}{{Z>vbH&a<kR`WKDA6(ftgrS(pr}?QU_u*9J%?s}|Q!(<e1`l>6z8lHUCNE
Gzp`;p{;7)~Bb;Yi0ksh|2vMl-&z`hrWdn4tY^t_T(Td*19i3$!dug!{)^j@ynX<<pqcr_A!&mE7ldo=vr&)7rxa
Bv(k8_yZ*u*mJa`9q`eaRt0muF^Ln8qUuyi9SFc{^$k!tUB_}lH%PR7PDJfzP{Dr;~;rpy6yl^02%(IM=7fWU@7<
c$MQI%ILd%e79B}SgP;l{quJ}+eDb?s4jm30;&NdGDxF)!9DUnn)tHx6!!tWK(jUyf0}&^ND2)bz!|7<IBDdwJ)^
%M<t;mG-8+-pTXcyLA4zWkc#$k`#&7a&u_ym*$__aF;9I08jj&XeLG|7ZOX8U}#nVB-ci918d^<+driS^9)b@85i
;yyez@l-(w8UXe^GT>B8P5gKzxyyEOnE<1qdCy=5RZ!-vW*Rt-oQz1g}Nr{hh+O0dzxiQ-N4O2~D5qzkjd9St*Mc
Lsntj}-6asYg!Pv}kTmhVuORU8$II+224M#(=TNN16@cNkDj#pH?Yl`2o{;{Q2z~Oc+Ly=&tv)$@2j=F>MkGE|e&
^)IqR5@;Psa<FQ)4(LaX$MA=m)9u`xV%@_VB!S%UhBv5vp=UE-_1@F;N3)MFwC^$C1s9%x}orC}R9dN0o8f0P{dC
2T1;Hs3Pe{b=S)Q9`<BjUQlM{GYfn#i2()^r|FBG~fhzk788@XVV3{NDXswr?qQ@#nYOYF)j^guT||caID;VNW#D
dZ<2z8M&?2=bzui75_qw?kY2kuWkB_Hvl3Zr|Y$4%Qh=GD^R5BHra~bEl&p<WhJuV%ZW8|?T+RKSP4AQpjoFnQQ2
iqLgtDSqs4Srd+r_{-x#KnU1C`=tNZ60&$P4O%!sCMKvOcHX#&c%OGm8E_7cTw$s!O=$q1(jb!><e*&amHKr|u5m
O}!$6vU9HY?zaDF$gD3mzIzN|0WWKI1D&5xGPE!5W5X52T<QiU<N+9UFu}Z3Zs_hsViZr9W+!d@*ob;!*we;F2wa
C_6~xT8Xu9c7f(Rm<*x)6`0`0bXp(w*I{kr29go2y#9IeyV5R~xRiD|vGi$~qN(}La7XepJg-2Z{c{VisnL@@-qn
ggB|4BgC@G9fTSbuk$o@aa$fE5$Q(4{`<4;f>a97CUQQ~+FAqWThF?$u(`^$|afmB*lc4(<p;{mdO>Bf?2d!Z;G^
mL(YjA?%I|iz3m_=yuK5yRlmyK2HPLzA!#TjeojuShF9v4_=49W9HCQs>HGzhZG>KdZDyniHyZ_i&wx1fYchThnO
_t`mSc|PVD*5e{oAv5qPfq#epIX)fw0S`RQ8Y_12ti#F*~`z7%jB)p+Pec@bSwqE9vQdJchGN^4Z%&u{l50Iv9{q
3Fdk^~~r@Qh<F@^}3k&rrrYBHTbDkmfbJfkGm%}*Wd1JHlRd*!Cl>q$?2X~0B456P#H`xqrCQLn|zHtC5{%{_Vqo
t5l{H;C51aHG4e~mg`unN>_VtUgU!xvwKWPjOgg6qA`G=;P?&*aCBR{xwhap-TX|mwf*I3s_b|K{OA8bFWGL9(5A
LW~u?Ny6o@ck@g%qn(_p8;}xUEZfTS%5Vps?;rmcBZ-Ze4H>K!%uxVLTk5%zOFrXB_cQhK~7b-{7%3NW%K(zql!z
VhHG%CV4-W7YnNQ;O)kdm3TCA#{zJ9*=bxaD4BUj4~xI!^KNPx#qn0h3>JGk&xj1(d-fKTK#*m_#VkndKnEdqy5O
qU9=y<uDsW)ao|elIyUMVsz}DCd@%4$kMy7w!`OojTotXmR{<IA8(Z&iv<HOi5w!Ii*w#8*>l<eP63*D$G(GJqcG
#KEsfNgCDdr1Cb(9(I~&P>nv{O+}le~@PZ$QfdVOuY5DZn(^FSdGa>`>tIz$dI_UjY_PyyX#Z;z{k}RwXZd*U!xR
lj51pm#OReV6nEgy>c0TAVU5Swa>@NC`+~+lzb7k=Q7S7yGtvo(d25tG>~hOhu=*HdC%Y5gNFbeOn3tOD&+q$n#V
{Q{!E^QL0$=rd$Y8oKZGlm<!2qnyy%QVi!Lxb(93K~4@4++`51#S6M?XJQ2bbp&co%kmMP(jXnmKM&&zT}DqF{g+
?1tqBU)+_lz^s0iC}85&Qr#Ahf|-083D*q73nW~LDF8^^W+WUxz`&VVCyqAPl2LK8&IkDE(&l=JXTE;A->@<L+Nr
^2%v?2+?i)4dUl{MS#5!1Qjcn8f?xuzau-pZcTlV<54gP6$07~v*wqHMO$=pWiycM7rj?P%d$Wj&eNF7Tc(WcOEf
Z~iZi!T%#^2V11Vh5nyXud{+7KUCnb}nFY>lUc7;_YC@&kaV*A&G|2u?H&!Y%b7ne_?YTtl;JX9k<vd12<P9&%J@
6GjQ&D_bH1Jn4F<r<?t80q$+l|a7tIZJ=iAX1}gOcC-#G)lU4PfA84D^CAhk7wBLoSb7}iwiIE16-1-^0_b2|*Us
&DU6vr3tb#ZY+SMe)i3|1N=z;%)xCX7*9-GhjAN6TK#c3H+4n|QWH%jGi~zIyT!3rS(=FMxCZ2UYhDoz(A9vyS&l
adBlLAL(;<T+dJcTsLcOKo>Sb$G(L$ch(Ak(+yaCBQqJIs>#7svL!ISnST8<LR!-hvN}oOnq9EE-7il=4^)-Z%V5
8dlpBV`1>i#W<nNT`Byd@Oevh^iNhGTmQV)+fQs2)5LcLPuJ5lrXI3P)1nrJ$Bx3{X4Jt}c<d2t1Vh991*H+w3z*
q<Un+eK=19Dr1KlS+N0zDLTdQ*Z|X0?ZeQ)UOOS#}$;Yutv(}Da#LOjdJe&s$O9I#94KWE9`EF)M{UsRJktItNC%
9?~!O>_yY#y1HP0Z({^>8QbiVEzyX`3!??g4H_zd_poHPCRQayY8IJsvE^{92;O?xRS58kXgehWrU<V6^9r!_abh
bkeUND^gDK9^XAM7B{uWqEgg$1QV-s4L7dK>3gBNU;8WB0%Z`*{Hbqk%G@g-HAh6?E~!rI_SA8QB+6kf|&izw&Zk
$UuH=`Fd#c;0vsvpWZ);v4gI-bk-IxR2xZC%t=$RPXUn7?=;W;6D#}KZ+CgHzH)&K<*@m|sEj9<zi>lW=dwE{wk%
kP399&8tS)8q6+J4WHoBo#qA&mlvFC0YcQU|qg<)s!n8AkQ>V(D8W6k4_R0dN*0v8Y7<9CTCK@;Xkv8D;{SGLviO
9IUpDNS(F5~O4{F>p7(qbf*`-O#0;F&MzshH0KH`^f<zb-EH6d;A-%IA4QUiSGH0!Mx`9@-jp%J|dW;;YyhAO4Y^
9U__(eBU*!`Iu&R}lK(v^qGoFQyrj<DTx<qEtcQ{!Wsu}{H@1jGvXVxxz5NXiOkfrw3K$y*5(o&teQk3k(LI#Xrc
Om90vj2q$cSkuVf#%F_cij_ZEOQvlu`Acp^KOs=C&tf9RiH222Wa!uosESrE9`={K~BhTEdt~X}--*&K8@1R@T5)
LRYIFlpF&n?H_~J(3D6Wu%&mf64co;tiPEe19s``q`m^H*^-BU0^%2C15y|W%pAW%71^YH#z*@WDkSaCA@aMH6qJ
Yt+kd^?SH%bapl50K>Qv=}B+lsTW9aT-7SwBw)D^EK=})rZ5Vb}s-VQ)0iE}s}PBD|i9W!>K^eFMsbBm85-fnU*r
0`H?DD-diC|$4LJ@&8yA+=)wqI>d%Lw+PM(j&|6S)H=nu!0ZfR9U<EL7fJ_aHrBl9p=Hn&bQ5IR2JCb_OO@_77G%
o)nz+FCzA+wm#HG`1X7YKH?0k1hBJ$}B@%u-osZqEd0zVEjE%q~vfEyU+8zybUcpgj9`BeVfwYPn-^v<Ubd&sr?p
&V3r2|-x8mv*i(X^yO2|T@ZV|FT(%r~s|nvj(0RytpJR*}e-5o2pHBYwcOC@&AluXKTOQ;l~YL%jO9M(kH!qV>OW
+=!hsM%%h=z78AK)gasGnXj17fZ1jb!!LE|1-Ff2uyku&ZV#}jrC&6{u_#YWP;mn;huBLy59|oy>D3M%s9Qh1*(s
Zc>X}G<PHTr7xH|aM2NG@cl>dXf{RZ5Q2IRVRX99cm!r$Izn||c&IRiDR)D-PKqf~dGx0@f>c<&M>{VbCaxYk414
#mja8rlCv=tfL`X6w9jdD^U*vkF^)>e>S_WLJgLxc<*L-EYk91rBDt9(|-lg!yK2?W+;JexLXS$liKEdu<B==7p9
uz`W4#?&thv$ZbrhfOjwSE?o|O*9OI`8Am>dm;*!e8W$xaH0WB!VC1LS=Iq}nUjKgLCd?=}QJOXqF<;HaXo(cq-5
RJ}<~x?F?GF6K?t<2ZcgC|=jD8gV8V~lh$Av0w{tt@RGE}bso)TWL_QXszD)Z`Tpl?V`O@z|8zU8>TW25p!e6fZS
7ry}3HR46$Pd9O8{dQ&xWnhGN%b|lW^#>Kac%fkKMt^r}Q!%e6h{rvv3xkAj%U~nf@Zb!bcXdlHn$U~`10U?Q50J
q*puv0mtd@TOz=)u@GF`k>0yFq5In@IOJh6hng&j+Nbt?Oggo{Oo>}ywimDKj<Kg4>m<xdQMNzMW&F(}>iZiWmy6
1}jZZ~=(H4?hDb9H`*{633$G4^%k&i4u*oly#=DmV&Ix{G6Q|f^(sR;Sv&RS-Qgv3*k{f#q7|I`_%`WD1icESAz@
cjVEUg<gl;v5F!&mVzzt)e7J%e-VGm?&tSlG4MAMk=V%_m4RLFfC8BQz6vMnwDQ5dY{B7x4y61i)jH`9T56E~Mn6
Cq83}?%l#AJDIyVvrUHyCtdhVO9}-D4o&WCZfbuZ>W`!x%|eL?IundlcTP;GuY~9=_g;H%9%bOCJQEyiW7*;^+gL
z;gcpKC#CYell8&amLwHk39(E(-IGdBOmP891J*aX9>WuA;20he2>5lK;W_!4e{OJ;yoEDynEgeKb<drJ2WHF;<k
9jx8k>|BO9QM*Ld7P=!e`HYAdzjtKA#L{{oI_Y;ebXuva?t@tz3Jtx7C8O7z}L5962e^j?2Z#Z|l;Y%AN^CtfHK1
Nj?U>}3sOjLm)^#(`A>Yi#}U7i~;SgZtgCi8lbq<}vXCL3U<4vEE2vPaA+7M`{90&eyGCU2RCRFZkG;ykAiX!i<y
Q#_2enMOYwtXC4WR^5XYU(vi3-xL+np0GG|9uKVTV7_*%Ig(;VaVJhK4lJ^#IlfWvQ+wvAKYhaMCwMTHvs*Lf>VP
5=$V0M%4wj2qUS_2Z8&QU{l9vRL&Tm^qdj5To1=3#shF17uWD=-RQ(TpHr5RXTj*GBTwqKq~}%6?GK5eKv1A-X%h
`hkkx#jFCvcJ6V8%X#}qv9<BTV^eO*ly45~IM))^tlWFYLd2KVyfZ+=a3AKtP7ffeJ^Ox?x5oWPv3K*)@3!#RDB)
$|9}qQz{=<9plF`(Gwm##fCzF86^*Ou;Fw`1jMXcCT_<=w3HN056Lel9W4l4(;0uolE?64fvT3*~5aHWY<OhVHPC
s5PS-Nqj9=|E5K5#L^i!<cEQecxujS%+RDtEb8UL;3vxqV0R%u3Zl>+<VsZ3_p(jB5QIFVcWQ3e|`rlIXjxY=KED
6uLBwUJeqrf4x?-d_Vn!~>^3DFS6(fKtB0&%(f(1q_{;Ga*_>Sr*>CN7&7f&7p$2f8>n)7GHB5AkiU$fB&);7^Pp
=!T$Rcf{Y1(xG7ly7|V+~?0n@_)C$re*0c7J%&2h^>BWB7xjW_LzJ6JQaZT`hQPU%DIQ@*h{J(I{e%)mU-KvFtMd
;Bl}cpld|yFWh?JphP&{k)hWVTk3hKX6tGQHN!eNL8--Bxxm<lJ<C1{eyu<&<)u~jbi~hCvj(&6omm%Dn<w_L>^2
t9sRyA!njYLX0OA1{l)qN*^@46=Auw@egSV}5Hm|Syo3+N{r|tU<Yd=2jajFUR+GwFvv=}JvA?n?UCBo$(Pfh?P2
G<Q1*pV^HXqN>%Ht}VfH>A=?TYiWCNf?jpU1i-DR=cev3NytP;q8q8kH5>YR)&7>L9w2htBPME;8BeM2kggd-VLV
<6d=&w+z+g|eRMNfi`Rt*fe8}X4?4=Y<-yazmPaDT;?Y;JytW|;++?@I{{fD>!3_S`@@2IeL>@dO<Nt$^muQ+Cjs
=kM{{t9jL~jLMgp{&QZzTAh?GtT80%$hrLGP6|c-$~?_JGEPexb}SX(+K5LOfap<YfTJ<2D0o3nx}=b~*Zbfypi9
64+o*cYPqpfsXI76<NONB?7(LQW5v&pT8LMKfn8hE%zwuSG;$#0Rhk)X?)Azpm*N&jO^YmmV>~YyR}*SQ=xafDIn
+n>(VO5o&(Mv&L7<Qzwq;+&tBEqhigB=?v>Zu&Vq~EnS(0<d28_6rrqtGIS&>+Y<Q50%|&}c;~A#zchA#dHLOLt#
6WdkO}c-JRk@wb^{bfi7&kUSt4qG|>Z5u<lzrQVuScZ8IQG-v^o?fO(VYHbF`B~r!%n~YgJh3LF|y$bN~^Mbx1&(
~y=TPg!MA(dDPg?3&j=B<<GwrYxwCZUY#mT6;)j7adv_bEk~V9u#gl-+`**ZgAmP7(@J^f_1Lb~tjYQlNb{WU8hX
BVPzJQw;_;{f7#G>E6e#V*>)|(Z4@!m85^av(lGcObwLZ2f+{fkeEqB+$FOheY`^5|lpC%Ae)%^`ds;;&ttngLHw
7OdU+yA1NUkYn#jIapg0jUO>h{|mP#j6fnR=GYAi{@%~?HFEn0h!4A#P)d!>xW?d{vAzikKMn|xuxtU#kIb-|OB=
%-ENwH?UmDSaKqA7t<@H_Kwi|TL2AvgJtv6Zibpt#@_+xDeh`vYlH#+~4i+=$5gN8kTdQaoN6e#?i#k0R?{l)v!0
qon#J@5t9BL`a@IXV&$zd@JBa13u=bbwjRhK%@|E$v44moMY{9gH;4zZt4uXYV3C2K!KAC2kwcaj@0!x_!FFN*G7
a(O0_<8Hfc4acLgf^%$<eZJZI{3VV1T!!zXQz~F1n>>bogTt~$2kK~OL91q~DUMBT10WNro6TQW)fWfd44>=qLaX
gJ=w0DFz`HjIz;y_^FGJQBmVB#ni&KD@xn>91tangVltrD>m#-Rf~n1C%5M{4o3*VvDAf@A0FG)VGUyNA5<fx12l
_L!L4=HWdA{~lG~%il*8oJQOdi1#T4j_r%}r@1%n9XZTQ4k$SNJ48eC<l?LxRgI$yINsnHl90dXk)I<BFqXw<pEZ
DqPsusdz|3XhYy)@O8v6^q-PiZi7cv#Qkq^vMs8^EJtl6g?*o8jIwU6s45t$SJ&p*8#f>j1fYl--Txa(O$RrxrCx
UY`q_WE8to`^h5<{|B&c2=L95DMk+IcGjH!FBof%mj?C>O&JO$mNpj5|u31b3UP<bRSbGzQx6Q_?7OBn8&ri#%T%
`uX-(K9F-jhD5}F7J8E1ai0gz;9wVW7$vhTRNC8@l)Ri^v2Qpl9Jo0nELY#$gU;q5K`LKlXs#lejxWwrS?p%&nu&
$9EmEx3zGoFhjD9&53>BvzFE@@#!C{kxQVXQoby5J-=qDlv#@hDLbmDJv`S?cE~hS33Hma531ubijR*Tzv6cpH9n
kIMDf0mc~&o{s<TaSMs_6?hLpw-WgGoP}#0hqD&q2!;|TlgNBz98~^?g)_zJ3UrB=!lyW1!IL3@Xa8J%SgQ|QC~>
yJ7K?~JWP#sSQ}pt6`DxK1%*gxin1$HY<5`jftHbbEOD45@UgM+%_pn9fjC&VWqk3KZjHhb95}r@5qZs_mWTQb=e
YqY9&;x>IjYT2?Ke`nMN~D>i`)Vw1bBqF8RZ4IxTN2&NgG%Ky1`~%k#1}s7dUBeB>z86(_UAl@@TW-p`EN4!0Tvu
#7VmGz>QfuG$Y%Eu3O;X_;}-TjM;*P}--$E6zpJTy%7aUmuGMQLYJA{un5f1Edygkh5+WfHpwHQ|;`Ip5e25b%+S
Ta9q&V#XWqyz1g|)?%Jo-q4be8LM3gD0N-gPR35?%?e-q7+$J|N;5{qUq0onUo+_OTEiMr>cwm?2PJ<3I?X4&eY*
jSY1*A93Jmy^IHOH*U77`#B;ayir4XsOZme5ZmF)@gwBD*qUQu*yl<_RJ!^&EKygqSUzH@2EN7{-o5KXBM8OR4th
{jjznzHXLFg4j#zB{)$Rx;N4Uo)y^{@SrqyHR%nZ(X@a7XS&rl6;lxXZSXl(1|c!<Rf)?$Y8X%qbNxlTXFO?1D`p
=ca3ah=uxw!}btnLI=D_lV}f!-{T0XKA35h|?>2lp}Uix52)fSPW~{%{j`HLn)>>ox)o@DhEc4fN5kpa6ZLx`n(F
q;r~6GA`T?*vHhGr!Cq<E`>PGyhGO6`Hq;nN?tL`XM^W^6VD$9h<m9d+VaFpjJ#^n9qzGTbw`eJLA;l3W<hP~kLz
_>gYLwhA4kuMu(*7P+;U$jvB!}z9`4x$Rr$Dtdheg!ox?sDI3qbk5&$nPh*=EjCOiN)dH_dWA4uY5>3P7lA^o5vl
G+e9<S~l7q<i#4tOZeajECW9C_c#d;gT`sdZvM>4P#iA7F&FvT$jR{%<oTKZ&mj%uP~rrF;)eY4DGh^<Y`}qVM4L
$lRGwSNjwNi1``hlZ+X#;P^aeL5f`j?fydc6U4r6@Td&n9CQS>~G(+B7lpYFyIv~nH2!6@_@8l`hq*T3gJIKJNSR
Z&=+0TEgJ900-O;zaD_AtFEgd+tIE73_7NzmT`Sc1~T$ho>7KSLQ<wV(wJpaLvxQgPNReK$sNngA+*LAc<XN>f?y
@A?`B@W*b2qbr5q)V{ZvLcKMdh@UVU16As*1e~&eYBUzOQd*$CF4vcQ%gacai`-Fq{O1%3zp1|BDI;nkNKbrVCP#
i~1fa?$UVf2{=e40gy>|+bUL;QPcfdon#(4N=s8ylf?xTpDZxR%XN84m3RJ}Sp^-oT1uIYX^gy-|si4)ijtII?gK
-6tXhnBsJ-^mNFNQxDj`m3#z3M3JsNPGYoWOkdvH0qQ+g{kTA|<V@Fc+sX9i3s{`zBO2gA+%HE0vxk&i&9B>;?|H
Zp{PbxDTO4}8)L)&zmhtfhoNj>kecGhsKil$Y2<2WD{OGe-XVQ+v2jZUB!VOz?T-S00oX;l}n7M8~vA{gmhR+iJu
gB?Qi#f=^nfTBN$L6X}GVtE_(@Tn6_;Qu&^&il2fWi0q1ujGN{;$6W8ALW1dYoDzJ9_r%1Kv`{@86t*a>lm9GtL0
zAcMZgi3X!*HYH*SUJ1?14<{U!At2<r=wv4MJJKvZ(SfPk#~%2Qfzyl8v`)7~%0@#x*ou9oe-1M+z~t=K=VA^5ot
;&s^UeQC!>I)*Mh-7<h2H?^`@JU{7sM$yv+C23RFB;kF0@nFJpY_dV2krQq2Si9O$D4TkU3u9%swyR`-lO`)*IGK
cU(0V_xkBw`kXDm+R&5#T#)kvmI2Jw&nW{Jl8KF<Xp-k}*%mT`0{w3j+XoSFOu%&z!RC{bIgDWSGuB=J2otQK)1H
Gt)lY{ppD8x-KGS5){nTs}F>$3HVGTZ0w&D6DB0u`Dg2}P<XY9mCKF44Qmc1qF>1~J2M;chUKbbdungK)g$^Y@te
a3;`k|=Y=0si~bp?IHifTI&-{BlcpQCLy~233ri$44Hx#@RdT;Tq6lOUy)1R<@{LwqyIxc?hw3!+{8VHHQaC(AN<
&pOAoe_xFedzt$qNIGVu*Dz(k-<nL1x0*(CSKmRE{rs4EHFj>jybxu|AsYM*D;6eE;-d_6jRz3nn6!hAl{3JHuuJ
ox3usC_;=kx_1s`tb}__{^t<H@EHS~(77U`Ho8#JLP#IN|&4J&cd@_A7wczlb0CC;*!KSBVWY{|`z>I|~
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Jinja2 as a typesetter's mate: everything is escaped, nothing undefined passes."""

from typing import TYPE_CHECKING, Any

from spf_assess.paths import data_folder

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> "Environment":
    """Return the environment of the report's templates.

    ``autoescape`` is on for every template, whatever its name ends in (R-202). Our own
    SVG is the only markup that comes from code; it reaches a template through the
    function ``svg``, which alone marks text as safe and is given nothing but the
    output of ``spf_assess.report.charts``, where data are escaped.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=FileSystemLoader(data_folder("templates") / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["svg"] = Markup  # given nothing but what charts.py made
    return made


def page(template: str, context: dict[str, Any]) -> str:
    """Return a template filled with *context*."""
    return environment().get_template(template).render(context)


def style() -> str:
    """Return the report's style sheet."""
    path = data_folder("templates") / "report" / "report.css"
    return path.read_text(encoding="utf-8")

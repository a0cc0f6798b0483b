"""Jinja2 as a typesetter's mate: everything is escaped, nothing undefined passes."""

from functools import cache
from typing import TYPE_CHECKING, Any

from spf_assess.paths import data_folder
from spf_assess.report.addresses import SCHEME
from spf_assess.report.charts import Picture

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from markupsafe import Markup


class Album:
    """The pictures of one page, each kept once under an address of its own.

    A page that names its pictures is laid out faster than one that contains them, and
    holds no markup but the templates'.
    """

    def __init__(self) -> None:
        self.pictures: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def svg(self, picture: Picture) -> "Markup":
        """Return an image element that names *picture*; its title becomes the text.

        Raises:
            TypeError: something else than a Picture was given.
        """
        from markupsafe import Markup

        _check(picture)
        name = self._names.get(picture.markup)
        if name is None:
            name = f"{picture.kind}-{len(self._names)}.svg"
            self._names[picture.markup] = name
            self.pictures[name] = picture.markup
        image = Markup('<img class="{}" src="{}{}" alt="{}"/>')
        return image.format(picture.kind, SCHEME, name, picture.title)


def svg(picture: Picture) -> "Markup":
    """Return a picture's markup unescaped: the one door by which markup enters a page.

    It takes nothing but what ``spf_assess.report.charts`` made, where every datum is
    escaped or a number. It serves pages that stand for themselves.

    Raises:
        TypeError: something else than a Picture was given.
    """
    from markupsafe import Markup

    _check(picture)
    return Markup(picture.markup)  # noqa: S704 - see above


def _check(picture: object) -> None:
    if not isinstance(picture, Picture):
        raise TypeError(type(picture))


def environment(album: Album | None = None, folder: str = "report") -> "Environment":
    """Return the environment of the templates in a folder, such as ``booklet``.

    Pieces that the folder does not have itself are the report's.
    ``autoescape`` is on for every template, whatever its name ends in (R-202). The
    filter ``safe`` is taken away; our own pictures pass through the function ``svg``.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(
            [data_folder("templates") / one for one in (folder, "report")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    del made.filters["safe"]
    made.globals["svg"] = svg if album is None else album.svg
    return made


@cache
def _compiled() -> "BytecodeCache":
    """Return what keeps templates compiled: most of the time of a short page."""
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket

    class Kept(BytecodeCache):
        """In this process alone, by the template's name and text."""

        def __init__(self) -> None:
            self._codes: dict[tuple[str, str], Any] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = self._codes.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            self._codes[bucket.key, bucket.checksum] = bucket.code

    return Kept()


def page(
    template: str,
    context: dict[str, Any],
    album: Album | None = None,
    folder: str = "report",
) -> str:
    """Return a template filled with *context*, its pictures inside or in *album*."""
    return environment(album, folder).get_template(template).render(context)


def style(folder: str = "report", name: str = "") -> str:
    """Return a style sheet of a folder of templates; it has the folder's own name."""
    path = data_folder("templates") / folder / f"{name or folder}.css"
    return path.read_text(encoding="utf-8")


def base_style() -> str:
    """Return the style sheet that says what the elements of our pages are."""
    return (data_folder("templates") / "base.css").read_text(encoding="utf-8")

"""What a Markdown document promises: commands, snippets, links, files, settings."""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^( *)(```+|~~~+) *([\w+-]*)[^\n]*\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HTML_LINK = re.compile(r"<(?:img|source|a|video)\b[^>]*?\b(?:src|srcset|href)=\"([^\"]+)\"")
CODE = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
SETTING = re.compile(r"\b(?:TENDING|TEST)_[A-Z_]+\b")
SHELLS = frozenset({"sh", "bash", "shell", "console", "zsh", "powershell"})
FOLDERS = ("data", "bench", "docs", "journal", "tests", "scripts", "static")
# Files the journal makes while it runs, by the names that code gives them.
MADE_WHILE_RUNNING = frozenset({"data/journal.db", "data/demo.db"})


@dataclass(frozen=True, slots=True)
class Snippet:
    """A fenced block: its language as written after the fence, and its text."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file of the project."""

    path: Path
    text: str

    def snippets(self) -> list[Snippet]:
        """List the fenced blocks."""
        return [Snippet(m[3].lower(), m[4]) for m in FENCE.finditer(self.text)]

    def commands(self) -> list[str]:
        """List the lines a reader is told to type; a prompt marks them where output follows."""
        found: list[str] = []
        for snippet in self.snippets():
            if snippet.language not in SHELLS:
                continue
            lines = snippet.text.replace("\\\n", " ").splitlines()
            prompted = any(line.lstrip().startswith("$ ") for line in lines)
            typed = [
                line.strip() for line in lines if line.lstrip().startswith("$ ") or not prompted
            ]
            found += [line.removeprefix("$ ").split(" #")[0].strip() for line in typed]
        return [line for line in found if line and not line.startswith("#")]

    def prose(self) -> str:
        """The text without its fenced blocks."""
        return FENCE.sub("", self.text)

    def links(self) -> list[str]:
        """List what it links to or shows."""
        text = CODE.sub("", self.prose())
        return LINK.findall(text) + HTML_LINK.findall(text)

    def anchors(self) -> set[str]:
        """List the anchors its headings make, as GitHub names them."""
        slugs = (re.sub(r"[^\w\- ]", "", h.lower()) for h in HEADING.findall(self.prose()))
        return {slug.strip().replace(" ", "-") for slug in slugs}

    def named_files(self) -> list[str]:
        """List the paths of the project that it names in `code`, without patterns."""
        spans = [span.rstrip("/") for span in CODE.findall(self.prose())]
        return [s for s in spans if re.fullmatch(rf"(?:{'|'.join(FOLDERS)})/[\w./-]+", s)]

    def settings(self) -> set[str]:
        """List the settings it names."""
        return set(SETTING.findall(self.text))


def documents(project: Path) -> list[Document]:
    """Read the documents of a project."""
    paths = [*sorted(project.glob("*.md")), *sorted((project / "docs").rglob("*.md"))]
    return [Document(path, path.read_text(encoding="utf-8")) for path in paths]


def broken_links(document: Document, project: Path) -> list[str]:
    """List the links into the project that lead nowhere."""
    return [link for link in document.links() if not _leads_somewhere(link, document, project)]


def missing_files(document: Document, project: Path) -> list[str]:
    """List the files it names that the project does not have."""
    return [
        name
        for name in document.named_files()
        if name not in MADE_WHILE_RUNNING and not (project / name).exists()
    ]


def settings_in_code(*folders: Path) -> set[str]:
    """List the settings that code asks for."""
    files = [file for folder in folders for file in folder.rglob("*.py")]
    return {name for file in files for name in SETTING.findall(file.read_text(encoding="utf-8"))}


def _leads_somewhere(link: str, document: Document, project: Path) -> bool:
    if re.match(r"[a-z][a-z+.-]*:", link):
        return True  # another site: the tests ask nobody outside
    name, _, anchor = link.partition("#")
    target = document.path if not name else (document.path.parent / name).resolve()
    if not target.exists() or not target.is_relative_to(project):
        return False
    if not anchor or target.suffix != ".md":
        return True
    return anchor in Document(target, target.read_text(encoding="utf-8")).anchors()

"""Calls written out whole and read back: JSON for programs, CSV for spreadsheets, Markdown and HTML for people."""

from roleplay.export.markdown import as_markdown
from roleplay.export.page import as_page
from roleplay.export.schema import json_schema
from roleplay.export.table import calls_csv, turns_csv
from roleplay.export.whole import Whole, as_json, whole

__all__ = ["Whole", "as_json", "as_markdown", "as_page", "calls_csv", "json_schema", "turns_csv", "whole"]

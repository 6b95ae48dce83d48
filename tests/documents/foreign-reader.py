"""Reads the charts of a deck with libraries that are not ours, and prints them as JSON.

    python3 foreign-reader.py DECK.pptx

Charts are read by python-pptx where it is installed, else by openpyxl, which knows the same schema; the workbook
behind each is always read by openpyxl. Ends with 3 where there is not even that.
"""

import io
import json
import posixpath
import sys
import zipfile
from xml.etree import ElementTree

try:
    import openpyxl
    from openpyxl.chart.plotarea import PlotArea
    from openpyxl.xml.functions import fromstring
except ImportError:
    sys.exit(3)

try:
    import pptx
except ImportError:
    pptx = None

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def main(path):
    charts, reader = (by_pptx(path), "python-pptx " + pptx.__version__) if pptx else (by_openpyxl(path), "openpyxl")
    print(json.dumps({"reader": reader, "workbooks": "openpyxl " + openpyxl.__version__, "charts": list(charts)}))


def by_pptx(path):
    for number, slide in enumerate(pptx.Presentation(path).slides, 1):
        for shape in slide.shapes:
            if not shape.has_chart:
                continue
            plots = list(shape.chart.plots)
            all_series = [one for plot in plots for one in plot.series]
            across = [x for one in all_series for x in one._element.xpath("c:xVal")]
            yield {
                "slide": number,
                "name": shape.name,
                "categories": [str(one) for one in plots[0].categories],
                "across": by_index(across[0].xpath(".//c:pt"), count_in(across[0])) if across else None,
                "series": [{"name": one.name, "values": list(one.values)} for one in all_series],
                "cells": cells_of(shape.chart.part.chart_workbook.xlsx_part.blob),
            }


def count_in(element):
    return int(element.xpath(".//c:ptCount/@val")[0])


def by_index(points, count):
    found = {int(one.get("idx")): float(one.findtext(CHART + "v")) for one in points}
    return [found.get(at) for at in range(count)]


def by_openpyxl(path):
    package = zipfile.ZipFile(path)
    main_part = "ppt/presentation.xml"
    slides = links_of(package, main_part)
    listed = ElementTree.fromstring(package.read(main_part)).iter(SLIDES + "sldId")
    for number, entry in enumerate(listed, 1):
        part = slides[entry.get(OFFICE + "id")]
        parts = links_of(package, part)
        for frame in ElementTree.fromstring(package.read(part)).iter(SLIDES + "graphicFrame"):
            reference = frame.find(".//" + CHART + "chart")
            if reference is None:
                continue
            chart = parts[reference.get(OFFICE + "id")]
            space = fromstring(package.read(chart))
            workbook = links_of(package, chart)[space.find(CHART + "externalData").get(OFFICE + "id")]
            yield {
                "slide": number,
                "name": frame.find(".//" + SLIDES + "cNvPr").get("name"),
                # The whole chart is more than openpyxl can read: it stumbles on the link to the workbook.
                **drawn_in(PlotArea.from_tree(space.find(".//" + CHART + "plotArea"))._charts),
                "cells": cells_of(package.read(workbook)),
            }


def drawn_in(plots):
    all_series = [one for plot in plots for one in plot.ser]
    first = all_series[0]
    return {
        "categories": texts_in(first.cat.strRef.strCache) if first.cat else [],
        "across": numbers_in(first.xVal.numRef.numCache) if first.xVal else None,
        "series": [
            {
                "name": texts_in(one.tx.strRef.strCache)[0],
                "values": numbers_in((one.val or one.yVal).numRef.numCache),
            }
            for one in all_series
        ],
    }


def texts_in(cache):
    found = {point.idx: point.v for point in cache.pt}
    return [found.get(at) or "" for at in range(cache.ptCount)]


def numbers_in(cache):
    found = {point.idx: float(point.v) for point in cache.pt}
    return [found.get(at) for at in range(cache.ptCount)]


def links_of(package, part):
    folder, name = posixpath.split(part)
    links = ElementTree.fromstring(package.read(posixpath.join(folder, "_rels", name + ".rels")))
    return {
        one.get("Id"): posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/") for one in links
    }


def cells_of(workbook):
    """What Excel shows in the first sheet: values of formulas, not formulas."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook), data_only=True).worksheets[0]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")}


main(sys.argv[1])

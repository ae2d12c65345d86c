#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample files of this folder that no text editor can: run it here after a change. Its output is always the same."""
import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

STORY = ["BAKU, March 11 — Foreign Minister Elchin Kerimov received his Georgian counterpart Nino Abashidze in Baku on Tuesday.",
         "They discussed the railway, and agreed to meet again in Tbilisi in May."]
TITLE = "Kerimov receives Abashidze"
PDF_REST = ("The ministry said that the communication between the two capitals would be made easier by a new line, and that representatives of both "
            "railways were to draw up a timetable. Abashidze thanked her host for the hospitality. She was received by the President later in the day, "
            "and was told that the construction of the bridge would begin in the autumn. The two ministers had last met in Tbilisi in November. Before "
            "leaving, she visited the university and spoke with students of international relations. The delegations signed a memorandum on consular "
            "cooperation, an agreement on the recognition of diplomas, and a programme of cultural exchange. A joint commission is to look after their "
            "implementation and to report to both governments by the end of the year. Kerimov accepted an invitation to visit Georgia. It was the first "
            "visit of a Georgian foreign minister to Baku since the elections, and the third meeting of the two within twelve months. They will see each "
            "other again at a conference in Istanbul on Thursday, where the foreign ministers of all states of the region are expected to take part.")
DAY = (2025, 3, 12, 9, 0, 0)


def zipped(name, members, mimetype=None):
    with zipfile.ZipFile(name, "w") as out:
        if mimetype:
            out.writestr(zipfile.ZipInfo("mimetype", DAY), mimetype)
        for path, text in members:
            info = zipfile.ZipInfo(path, DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, text)


def docx():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    # A word in two runs, a deleted one, and a field's code.
    body = (f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p><w:p><w:r><w:t>12 March 2025</w:t></w:r></w:p>"
            f"<w:p><w:r><w:t>BA</w:t></w:r><w:r><w:t xml:space='preserve'>{STORY[0][2:]}</w:t></w:r>"
            f"<w:del><w:r><w:delText>Nothing came of it.</w:delText></w:r></w:del></w:p>"
            f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{STORY[1]}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    core = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:creator>Leyla Safarova</dc:creator></cp:coreProperties>' % TITLE)
    zipped("letter.docx", [("[Content_Types].xml", "<Types/>"), ("docProps/core.xml", core),
                           ("word/document.xml", f"<w:document {w}><w:body>{body}</w:body></w:document>")])


def odt():
    names = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
             'xmlns:dc="http://purl.org/dc/elements/1.1/"')
    body = (f"<text:h>{TITLE}</text:h><text:p>12 March 2025</text:p><text:p>{STORY[0]}<office:annotation><text:p>check this</text:p></office:annotation></text:p>"
            f"<text:p>{STORY[1].replace('the railway', '<text:span>the</text:span><text:s/>railway')}</text:p>")
    zipped("letter.odt", [("content.xml", f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"),
                          ("meta.xml", f"<office:document-meta {names}><office:meta><dc:title>Untitled 1</dc:title></office:meta></office:document-meta>")],
           "application/vnd.oasis.opendocument.text")


def epub():
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><h1>%s</h1>%s</body></html>"
    opf = ('<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Year of Envoys</dc:title>'
           '</metadata><manifest><item id="b" href="two.xhtml"/><item id="a" href="one%20first.xhtml"/><item id="t" href="title.xhtml"/></manifest>'
           '<spine><itemref idref="t"/><itemref idref="a"/><itemref idref="b"/></spine></package>')
    zipped("book.epub", [("META-INF/container.xml", '<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>'), ("OPS/p.opf", opf),
                         ("OPS/title.xhtml", chapter % ("A Year of Envoys", "")),
                         ("OPS/two.xhtml", chapter % ("May", f"<p>{STORY[1]} {STORY[1]}</p>")),
                         ("OPS/one first.xhtml", chapter % ("March", f"<p>{STORY[0]}</p>"))], "application/epub+zip")


def rtf():
    text = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\info{\author Nobody}}{\*\generator Writer}
\uc1 Kerimov receives Abashidze\par 12 March 2025\par
BAKU, March 11 \emdash  Foreign Minister Elchin Kerimov received his Georgian counterpart Nino Abashidze in Baku on Tuesday.\par
They discussed the railway, and agreed to meet again in Tbilisi in May. G\'fcl and M\u601?mm\u601?dov were there.\par}"""
    with open("letter.rtf", "w", encoding="ascii", newline="\n") as out:
        out.write(text)


def pdf(name, pages, encrypt=""):
    """Pages of lines at places: (x, y, text)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               "<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), " ".join("%d 0 R" % (4 + 2 * i) for i in range(len(pages)))),
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for number, lines in enumerate(pages):
        stream = "BT /F1 9 Tf " + " ".join("1 0 0 1 %d %d Tm (%s) Tj" % (x, y, t.replace("(", r"\(").replace(")", r"\)")) for x, y, t in lines) + " ET"
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * number))
        objects.append("<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(out.tell())
        out.write(("%d 0 obj\n%s\nendobj\n" % (number, text)).encode("latin-1"))
    start = out.tell()
    out.write(("xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)).encode())
    out.write("".join("%010d 00000 n \n" % place for place in places).encode())
    out.write(("trailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, encrypt, start)).encode())
    with open(name, "wb") as file:
        file.write(out.getvalue())


def columns(x, top, lines):
    return [(x, top - 12 * i, line) for i, line in enumerate(lines)]


def pdfs():
    words = (STORY[0].replace("—", "-") + " " + STORY[1] + " " + PDF_REST).split(" ")
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 44:
            if len(word) > 9 and word.isalpha() and word.islower():
                line, word = line + word[:5] + "-", word[5:]
            lines.append(line.strip())
            line = ""
        line += word + " "
    lines.append(line.strip())
    pages = []
    for number in range(3):
        page = [(40, 800, "Caspian Review"), (500, 800, "12 March 2025"), (290, 30, "Page %d" % (number + 1))]
        if number == 0:
            page += [(40, 770, TITLE)]
        part = lines[number * 16:(number + 1) * 16]
        page += columns(40, 740, part[:8]) + columns(310, 740, part[8:])
        pages.append(page)
    pdf("review.pdf", pages)
    pdf("scanned.pdf", [[], []])
    pdf("locked.pdf", pages[:1], "/ID [<31><31>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> " % ("41" * 32, "42" * 32))


def containers():
    text = ("2025-03-12\n" + TITLE + "\n\n" + "\n\n".join(STORY) + "\n").encode()
    page = f"<!doctype html><title>{TITLE}</title><p>{STORY[0]}</p><p>{STORY[1]}</p>".encode()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as out:
        out.writestr(zipfile.ZipInfo("deep/inner.txt", DAY), text)
    zipped("year.zip", [("news/one.txt", text), ("news/two.html", page), ("news/inner.zip", inner.getvalue()), ("news/picture.png", b"\x89PNG\r\n\x1a\n"),
                        ("news/empty.txt", b""), ("__MACOSX/news/._one.txt", b"\0\5")])
    with tarfile.open("year.tar.xz", "w:xz") as out:
        for name, data in (("one.txt", text), ("two.html", page)):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            info.mtime = 1741770000
            out.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type = tarfile.SYMTYPE
        link.linkname = "/etc/passwd"
        out.addfile(link)
    with open("one.txt.gz", "wb") as out:
        out.write(gzip.compress(text, mtime=0))
    with open("one.txt.bz2", "wb") as out:
        out.write(bz2.compress(text))
    with open("two.html.xz", "wb") as out:
        out.write(lzma.compress(page))
    with open("bomb.gz", "wb") as out:
        out.write(gzip.compress(b"news " * 4_000_000, mtime=0))
    with open("page.warc", "wb") as out:
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        for kind, uri, data in (("warcinfo", "", b"software: none\r\n"), ("response", "http://example.org/news/two.html", body)):
            head = b"WARC/1.0\r\nWARC-Type: %s\r\n" % kind.encode()
            head += b"WARC-Target-URI: %s\r\n" % uri.encode() if uri else b""
            head += (b"WARC-Date: 2025-03-12T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                     b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(data))
            out.write(head + data + b"\r\n\r\n")


docx()
odt()
epub()
rtf()
pdfs()
containers()

"""A few rows of the O*NET database in the publisher's layout."""

import re
from pathlib import Path

from tests.tables import cells, write_table
from tests.workbooks import write_workbook

READ_ME = "O*NET 29.0 Database\r\nAugust 2024 Release\r\n-------------------\r\n"
RATED = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound"
SPREAD = RATED.replace("Data Value", "Category|Data Value")
SURVEYED = "|Recommend Suppress|Not Relevant|Date|Domain Source"

TABLES = {
    "Occupation Data": """
        O*NET-SOC Code|Title|Description
        29-2072.00|Medical Records Specialists|Compile, process, and maintain medical records.
        15-1299.00|Computer Occupations, All Other|All computer occupations not listed separately.
        15-1299.01|Web Administrators|Manage web environment design, deployment, development.
        11-9111.00|Medical and Health Services Managers|Plan, direct, or coordinate medical services.
    """,
    "Alternate Titles": """
        O*NET-SOC Code|Alternate Title|Short Title|Source(s)
        11-9111.00|Medical Records Administrator|n/a|02,08
        11-9111.00|Chief Nursing Officer (CNO)|CNO|09
        11-9111.00|Medical Records Administrator|n/a|10
        29-2071.00|Medical Coder|n/a|08
    """,
    "Sample of Reported Titles": """
        O*NET-SOC Code|Reported Job Title|Shown in My Next Move
        29-2072.00|Medical Records Clerk|Y
    """,
    "Task Statements": """
        O*NET-SOC Code|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source
        29-2072.00|23720|Check charts, reports, and forms.|Core|95|08/2023|Incumbent
        29-2072.00|23721|Assign codes to diagnoses.|n/a|n/a|08/2023|Analyst
        29-2072.00|23722|Plan hospital information systems.|Supplemental|12|08/2023|Incumbent
    """,
    "Technology Skills": """
        O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand
        29-2072.00|Microsoft Excel|43232110|Spreadsheet software|Y|N
        29-2072.00|Epic Systems|43231513|Medical software|Y|Y
    """,
    "Tools Used": """
        O*NET-SOC Code|Example|Commodity Code|Commodity Title
        29-2072.00|Label printers|43212110|Label making machines
    """,
    "Content Model Reference": """
        Element ID|Element Name|Description
        2.A.1.a|Reading Comprehension|Understanding written sentences and paragraphs.
        2.B.3.e|Programming|Writing computer programs.
        2.D.1|Required Level of Education|The level of education required.
        1.B.1.f|Conventional|Work with procedures and regulations.
        1.B.1.g|First Interest High-Point|Primary-Rank Descriptiveness
    """,
    "Scales Reference": """
        Scale ID|Scale Name|Minimum|Maximum
        IM|Importance|1|5
        LV|Level|0|7
        OI|Occupational Interests|1|7
        IH|Occupational Interest High-Point|0|6
        RL|Required Level Of Education (Categories 1-12)|0|100
    """,
    "Skills": f"""
        {RATED}{SURVEYED}
        11-9111.00|2.A.1.a|Reading Comprehension|IM|4.12|8|0.125|3.875|4.365|N|n/a|08/2023|Analyst
        11-9111.00|2.A.1.a|Reading Comprehension|LV|4.62|8|0.1830|4.2613|4.9787|N|N|08/2023|Analyst
        11-9111.00|2.B.3.e|Programming|IM|1.62|8|n/a|n/a|n/a|Y|n/a|08/2023|Analyst
        11-9111.00|2.B.3.e|Programming|LV|0.75|8|0.25|0.26|1.24|N|Y|08/2023|Analyst
        11-9111.00|2.B.3.e|Programming|LV|n/a|8|0.25|0.26|1.24|N|Y|08/2023|Analyst
    """,
    "Interests": """
        O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source
        11-9111.00|1.B.1.f|Conventional|OI|5.24|11/2023|Machine Learning
        11-9111.00|1.B.1.g|First Interest High-Point|IH|6.00|11/2023|Machine Learning
    """,
    "Education, Training, and Experience": f"""
        {SPREAD}{SURVEYED.replace("|Not Relevant", "")}
        11-9111.00|2.D.1|Required Level of Education|RL|6|62.31|28|4.1428|0.6307|75.5524|N|08/2023|Incumbent
        11-9111.00|2.D.1|Required Level of Education|RL|2|4.46|28|4.1428|0.6307|25.5524|N|08/2023|Incumbent
        11-9111.00|2.D.1|Required Level of Education|RL|8|-1|28|n/a|n/a|n/a|N|08/2023|Incumbent
    """,
    "Education, Training, and Experience Categories": """
        Element ID|Element Name|Scale ID|Category|Category Description
        2.D.1|Required Level of Education|RL|2|High School Diploma
        2.D.1|Required Level of Education|RL|6|Bachelor's Degree
    """,
    "Job Zone Reference": """
        Job Zone|Name|Experience|Education|Job Training|Examples|SVP Range
        5|Job Zone Five: Extensive Preparation Needed|Much.|Graduate school.|Some.|Lawyers.|(8.0 and above)
    """,
    "Job Zones": """
        O*NET-SOC Code|Job Zone|Date|Domain Source
        11-9111.00|5|08/2023|Analyst
        15-1299.01|6|08/2023|Analyst
    """,
    "Related Occupations": """
        O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index
        11-9111.00|29-2072.00|Supplemental|11
        11-9111.00|15-1299.01|Primary-Short|1
    """,
    "RIASEC Keywords": """
        Element ID|Element Name|Keyword|Keyword Type
        1.B.1.a|Realistic|Build|Action
    """,
}


_CODE = re.compile(r"0\d.*")  # text that looks like a number


def rows_of(table: str) -> list[list]:
    """The rows of one of the tables."""
    return [line.strip().split("|") for line in TABLES[table].strip().splitlines()]


def write_text(folder: Path, *, without: tuple[str, ...] = (), read_me: str = READ_ME) -> Path:
    """The release as a folder of text files, one of them gzipped; gives the folder."""
    folder.mkdir(exist_ok=True)
    for table in TABLES.keys() - set(without):
        write_table(folder / f"{table}.txt{'.gz' if table == 'Task Statements' else ''}", rows_of(table))
    if read_me:
        (folder / "Read Me.txt").write_text(read_me)
    return folder


def write_excel(folder: Path) -> Path:
    """The same release as a folder of workbooks, which leave cells blank, hold numbers, and repeat titles."""
    folder.mkdir(exist_ok=True)
    for table in TABLES:
        header, *rows = rows_of(table)
        if header[0] == "O*NET-SOC Code" and "Title" not in header:
            header, rows = [header[0], "Title", *header[1:]], [[row[0], "A title", *row[1:]] for row in rows]
        write_workbook(folder / f"{table}.xlsx", {table[:31]: [header, *map(_as_in_excel, rows)]})
    (folder / "Read Me.txt").write_text(READ_ME)
    return folder


def _as_in_excel(row: list[str]) -> list:
    return ["" if cell == "n/a" else cell if _CODE.fullmatch(cell) else cells(cell)[0] for cell in row]

"""Run the code of a README or notebook as printed: python run_notebook.py SITE FILE

Prints, as JSON, what the last line of each block gives.
"""

import ast
import json
import re
import sys
from pathlib import Path

site, path = sys.argv[1:]
text = Path(path).read_text()
if path.endswith(".ipynb"):
    blocks = ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
else:
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
names: dict[str, object] = {}
given = []
for block in blocks:
    tree = ast.parse(block.replace("http://127.0.0.1:8000", site))
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, path, "exec"), names)  # noqa: S102 - the code of our own documentation
    given.append(str(eval(compile(ast.Expression(last.value), path, "eval"), names)) if last else "")  # noqa: S307
json.dump(given, sys.stdout)

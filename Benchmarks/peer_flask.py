"""A page of fifty rows from SQLite as a Flask programmer would write it: a connection a request, a template."""
import os
import sqlite3

from flask import Flask, render_template_string

application = Flask(__name__)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Plan</title></head><body><h1>Plan</h1>
<table><thead><tr><th>Ref</th><th>Action</th><th>Due</th><th>Lead</th><th>Criterion</th></tr></thead><tbody>
{% for row in rows %}<tr><td>{{ row.reference }}</td><th><a href="/actions/{{ row.id }}">{{ row.text }}</a></th>
<td>{{ row.due }}</td><td>{{ row.lead }}</td><td>{{ row.criterion }}</td></tr>{% endfor %}
</tbody></table></body></html>"""


@application.route("/health")
def health():
    return "well"


@application.route("/plan")
def plan():
    connection = sqlite3.connect(os.environ["BENCH_DATABASE"])
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM plan_action ORDER BY id LIMIT 50").fetchall()
    page = render_template_string(PAGE, rows=rows)
    connection.close()
    return page

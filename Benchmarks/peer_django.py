"""The same page as a Django programmer would write it: a model, the ORM, a template."""
import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="bench", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["BENCH_DATABASE"]}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import Context, Template  # noqa: E402
from django.urls import path  # noqa: E402

PAGE = Template(
    """<!DOCTYPE html><html lang="en"><head><title>Plan</title></head><body><h1>Plan</h1>
<table><thead><tr><th>Ref</th><th>Action</th><th>Due</th><th>Lead</th><th>Criterion</th></tr></thead><tbody>
{% for row in rows %}<tr><td>{{ row.reference }}</td><th><a href="/actions/{{ row.id }}">{{ row.text }}</a></th>
<td>{{ row.due }}</td><td>{{ row.lead }}</td><td>{{ row.criterion }}</td></tr>{% endfor %}
</tbody></table></body></html>"""
)


class PlanAction(models.Model):
    reference = models.TextField()
    text = models.TextField()
    due = models.TextField()
    lead = models.TextField()
    criterion = models.TextField()

    class Meta:
        app_label = "bench"
        db_table = "plan_action"
        managed = False


def plan(request):
    return HttpResponse(PAGE.render(Context({"rows": PlanAction.objects.order_by("id")[:50]})))


urlpatterns = [path("health", lambda request: HttpResponse("well")), path("plan", plan)]
application = get_wsgi_application()

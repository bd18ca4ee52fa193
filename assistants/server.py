"""The MCP server: the official SDK's, with our tools. It imports the extra `assistants`."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from assistants.answer import ToolAnswer
from assistants.asked import NotUnderstood
from assistants.caller import in_caller
from assistants.tools.claims import check_claim
from assistants.tools.comparing import compare_jobs
from assistants.tools.exposure import job_exposure
from assistants.tools.finding import find_job
from assistants.tools.pay import job_pay
from assistants.tools.programs import programs_nearby
from assistants.tools.sources import figure_sources
from assistants.tools.summary import job_summary

TOOLS: tuple[Callable[..., ToolAnswer], ...] = (
    find_job,
    job_summary,
    job_pay,
    compare_jobs,
    check_claim,
    figure_sources,
    programs_nearby,
    job_exposure,
)
READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
INSTRUCTIONS = """\
Rungs sets career guides and official statistics side by side. Every number comes with who says so, for whom, where and
when. Quote a figure's sentence with its publisher, release and page. Do not average figures, and do not merge those of
different places, years, levels or measures. "Not loaded on this site", "not published" and "withheld" are different."""


def make_server() -> MCPServer:
    server = MCPServer("rungs", title="Rungs", instructions=INSTRUCTIONS, version="1", log_level="WARNING")
    for tool in TOOLS:
        server.tool(annotations=READS)(_asked_in_order(tool))
    return server


def _asked_in_order(tool: Callable[..., ToolAnswer]) -> Callable[..., Awaitable[ToolAnswer]]:
    """With errors in words."""

    @wraps(tool)
    async def ask(**arguments: Any) -> ToolAnswer:
        try:
            return await in_caller(tool, **arguments)
        except NotUnderstood as why:
            raise ToolError(str(why)) from None

    return ask

"""R, by IRkernel."""

from __future__ import annotations

from tests.recording.snippets.common import PNG, SVG, Snippets

# IRkernel has no "hostile" snippet: the process ends on a complete_request without cursor_pos.
R: Snippets = {
    "stdout": "cat('hello from kernelwire\\n')",
    "stderr": "message('careful')",
    "result": "6 * 7",
    "nothing": "answer <- 42",
    "empty": "",
    "astral": "𨭎𨭎𨭎 <- 10; cat('𝐚 🐱', 𨭎𨭎𨭎, '\\n')",
    "display": "IRdisplay::display_html('<b>bold</b>')",
    "rich": (
        "IRdisplay::publish_mimebundle(list(`text/plain`='rich', `text/html`='<b>rich</b>',\n"
        f"  `image/png`='{PNG}', `image/svg+xml`='{SVG}',\n"
        "  `application/json`=list(a=1, b=list(2, 'x'))))"
    ),
    "rich_result": "data.frame(x = 1:2, y = c('a', 'b'))",
    "image": f"IRdisplay::display_png(base64enc::base64decode('{PNG}'))",
    "json": "IRdisplay::display_json('{\"a\": [1, 2]}')",
    "clear": "IRdisplay::clear_output(wait = TRUE)",
    "warning": "warning('mind the gap')",
    "error": "divide <- function(a, b) stop('no division today')\ndivide(1, 0)",
    "syntax_error": "for for for",
    "odd_text": "cat('\\xff\\n'); cat('nul bell \\007\\n')",
    "page": "?len",
    "expressions": {"six": "2 * 3", "bad": "stop('bad')", "missing": "no_such_name"},
    "slow_error": "Sys.sleep(0.5); stop('stops the queue')",
    "input": "name <- readline('name? '); cat('hello', name, '\\n')",
    "complete": "ans",
    "complete_attribute": "base::pas",
    "complete_astral": "s <- '🐱🐱'; 𨭎𨭎",
    "complete_nothing": "zzzqqq",
    "inspect": "nchar",
    "inspect_own": "divide",
    "inspect_nothing": "zzzqqq",
    "is_complete": "a <- 5",
    "is_incomplete": "for (i in 1:5) {",
    "is_invalid": "for for",
    "history_pattern": "*answer*",
    "comm_echo": (
        "IRkernel::comm_manager()$register_target('kernelwire.echo', function(comm, data) {\n"
        "  comm$on_msg(function(data) comm$send(data))\n  comm$send(list(welcome = TRUE))\n})"
    ),
    "comm_kernel": (
        "comm <- IRkernel::comm_manager()$new_comm('kernelwire.kernel')\n"
        "comm$open(list(n = 1)); comm$send(list(n = 2))"
    ),
    "comm_kernel_close": "comm$close(list(why = 'done'))",
    "plot": "plot(1:3)",
    "megabyte": "cat(strrep('0123456789abcdef0123456789abcdef\\n', 32768))",
    "burst": "for (i in 1:50) cat(i, '\\n')",
    "long": "cat('started\\n'); flush.console(); Sys.sleep(4)",
}

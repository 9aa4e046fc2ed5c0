"""The channels of a kernel behind a Jupyter server, over one WebSocket. websockets and asyncio alone."""

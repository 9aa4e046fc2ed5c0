"""The channels of a kernel over ZeroMQ, one by one and all together. pyzmq and asyncio alone."""

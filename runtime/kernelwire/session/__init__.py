"""Who asked what, which answers belong to it, and what they add up to. No I/O, no event loop, no clock."""

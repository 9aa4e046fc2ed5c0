"""Bytes to messages and back: signatures, frames of ZeroMQ and of WebSockets, JSON. No I/O, no clock."""

"""What things cost, next to what others cost: `python -m benchmarks`. Nothing here is asserted."""

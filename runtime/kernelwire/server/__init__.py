"""What a Jupyter server says and does over its REST API, as far as kernels and sessions go."""

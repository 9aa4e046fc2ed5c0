"""What this machine has: kernelspecs, connection files, ports, and the processes of kernels. No messages."""

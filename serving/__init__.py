"""The process: what it listens on, how it stops, and several of them behind one port. It serves any
ASGI application, and knows nothing of e-Kinerja but its settings."""

"""How operations come in and answers go out: HTTP and WebSocket."""

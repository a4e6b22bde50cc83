"""What the workers do for the security and the planning desk; the routes that ask for it are in `api.routes`."""

"""The page's own parts: its frame, its look and its program, put together by `viz.page`."""

"""Where further cameras should hang: candidate poses, a choice among them, and a proof of how good the choice is."""

"""Sites, the places where something changed: what is found, told and asked of them."""

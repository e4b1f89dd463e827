"""Fine-tuning of a pack on reviewed tiles."""

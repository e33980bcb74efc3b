"""What speaks against holding a figure to a sum, whatever the weights say."""

"""An invented journal to look around in, test and measure with; nothing in it is true."""

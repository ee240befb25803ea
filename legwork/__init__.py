"""The name under which Legwork is installed. The program itself is `lib`, which `start` puts within reach."""

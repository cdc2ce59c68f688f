"""What every skill is measured by. A scorer takes gold rows and predictions as plain dictionaries and gives measures."""

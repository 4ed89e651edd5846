"""What people begin from: a new strategy's files, and the file of a new thing with comments that explain."""

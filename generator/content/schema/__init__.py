"""What people may write in each kind of file: the only package that knows pydantic."""

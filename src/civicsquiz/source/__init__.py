"""What an article is: reading, guides, passages, and finding a quotation in them."""

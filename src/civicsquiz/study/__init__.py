"""What happens when somebody answers: selection, grading, feedback and the session around them."""

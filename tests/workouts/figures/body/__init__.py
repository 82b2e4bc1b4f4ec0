"""Tests of the moving figure."""

"""What a check tells: findings after levels, ignores and the baseline, each with a fingerprint that lasts."""

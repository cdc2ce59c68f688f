"""Where steps run. An engine has three verbs, map, query and shard, and knows no step and no table by name."""

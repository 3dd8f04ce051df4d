#!/bin/sh
# Chào đúng, rồi bị ngắt khi được hỏi. / Greets as it should, then is killed when asked.
read -r hello
echo '{"hello":{"protocol":1,"plugin":{"id":"chet","version":"1"},"rules":[{"id":"a","severity":"note","tier":"local","title":{"vi":"A"}}]}}'
read -r check
echo 'hết bộ nhớ' >&2
kill -KILL $$

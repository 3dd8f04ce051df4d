#!/bin/sh
# Chào đúng, rồi không trả lời nữa. / Greets as it should, then never answers.
read -r hello
echo '{"hello":{"protocol":1,"plugin":{"id":"treo","version":"1"},"rules":[{"id":"a","severity":"note","tier":"local","title":{"vi":"A"}}]}}'
read -r check
sleep 600

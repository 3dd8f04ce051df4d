#!/bin/sh
# Nói điều không phải giao thức. / Speaks, but not the protocol.
read -r hello
echo 'Xin chào!'
sleep 600

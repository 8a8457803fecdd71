# Runs the command $1 in a process group of its own, and ends with its status once the command and
# whatever it started are gone. The end of standard input is the order to end them: TERM first, KILL
# after 5 s.

signal() {
  kill -s "$1" -- "-$service" || kill -s "$1" "$service"
}

end() {
  signal TERM
  tries=0
  while [ "$tries" -lt 50 ] && signal 0; do
    sleep 0.1
    tries=$((tries + 1))
  done
  signal KILL
}

# Whoever stops a run tells all its processes, but these have an order to keep.
trap : HUP INT TERM
exec 3<&0 </dev/null
if command -v setsid >/dev/null; then
  setsid /bin/sh -c "$1" 3<&- &
else
  set -m
  /bin/sh -c "$1" 3<&- &
fi
service=$!
exec >/dev/null 2>&1

(
  trap '' HUP INT TERM
  while read -r line <&3; do :; done
  end
) &
lifeline=$!
exec 3<&-

while wait "$service"; status=$?; kill -s 0 "$service"; do :; done
end
kill -s KILL "$lifeline"
exit "$status"

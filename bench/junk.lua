-- Addresses that differ in their query only, numbered on from the argument: every fourth is asked for twice, so that
-- its answer is kept, and every hundredth is a search or a filter.
local dear = { "/search/?q=", "/careers/?q=", "/occupations/?q=", "/api/v1/search/?q=", "/api/v1/salaries/?page_size=" }
local threads, again = {}, false

function init(arguments)
  first = tonumber(arguments[1]) -- global, for done to read
  number = first
end

function request()
  again = number % 4 == 0 and not again
  if not again then
    number = number + 1
  end
  if number % 100 == 0 then
    return wrk.format("GET", dear[number / 100 % #dear + 1] .. number)
  end
  return wrk.format("GET", "/robots.txt?junk=" .. number)
end

function setup(thread)
  table.insert(threads, thread)
end

function done()
  local distinct = 0
  for _, thread in ipairs(threads) do
    distinct = distinct + thread:get("number") - thread:get("first")
  end
  print("distinct: " .. distinct)
end
